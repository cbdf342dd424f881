CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `tries` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`started_at` integer NOT NULL,
	CONSTRAINT "tries_count" CHECK("tries"."count" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "user_email_verified" CHECK("user"."email_verified" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `handoffs` (
	`id` text PRIMARY KEY NOT NULL,
	`situation_pk` integer NOT NULL,
	`number` text NOT NULL,
	`sender_handle` text NOT NULL,
	`recipient_handle` text NOT NULL,
	`step_id` text NOT NULL,
	`sender_id` text NOT NULL,
	`recipient_id` text,
	`role_id` text NOT NULL,
	`urgency` text NOT NULL,
	`state` text NOT NULL,
	`delay` text NOT NULL,
	`loop_closed` integer NOT NULL,
	`awaited` text,
	`due_at` integer,
	`sent_at` integer,
	`referent_id` text,
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sender_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referent_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handoffs_urgency" CHECK("handoffs"."urgency" in ('immediate', 'urgent', 'priority', 'standard')),
	CONSTRAINT "handoffs_state" CHECK("handoffs"."state" in ('draft', 'sent', 'received.toStudy', 'received.infoRequested', 'unanswered', 'declined', 'accepted', 'inProgress.contacted', 'inProgress.missed', 'suspended', 'cancellationRequested', 'completed', 'failed', 'refused', 'rerouted', 'cancelled', 'enteredInError', 'discarded')),
	CONSTRAINT "handoffs_delay" CHECK("handoffs"."delay" in ('onTime', 'soon', 'overdue', 'escalated')),
	CONSTRAINT "handoffs_loop_closed" CHECK("handoffs"."loop_closed" in (0, 1)),
	CONSTRAINT "handoffs_awaited" CHECK("handoffs"."awaited" in ('sender', 'recipient'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_number_unique` ON `handoffs` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_sender_handle_unique` ON `handoffs` (`sender_handle`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_recipient_handle_unique` ON `handoffs` (`recipient_handle`);--> statement-breakpoint
CREATE INDEX `handoffs_recipient` ON `handoffs` (`recipient_id`,`awaited`,`due_at`);--> statement-breakpoint
CREATE INDEX `handoffs_sender` ON `handoffs` (`sender_id`,`awaited`,`due_at`);--> statement-breakpoint
CREATE INDEX `handoffs_situation` ON `handoffs` (`situation_pk`);--> statement-breakpoint
CREATE INDEX `handoffs_state` ON `handoffs` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `journal` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`situation_pk` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`actor` text,
	`at` integer NOT NULL,
	`payload` text NOT NULL,
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "journal_type" CHECK("journal"."type" in ('situation-opened', 'step-answered', 'interruption-raised', 'role-bound', 'lead-named', 'entry-corrected', 'clock-struck', 'handoff-prepared', 'handoff-moved'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_situation` ON `journal` (`situation_pk`,`position`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`structure_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("outbox"."kind" in ('waiting', 'urgent'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`at`);--> statement-breakpoint
CREATE TABLE `timers` (
	`situation_pk` integer NOT NULL,
	`clock` text NOT NULL,
	`stage` text,
	`fire_at` integer,
	PRIMARY KEY(`situation_pk`, `clock`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timers_stage" CHECK("timers"."stage" in ('soon', 'overdue', 'escalate'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `timers_fire_at` ON `timers` (`fire_at`);--> statement-breakpoint
CREATE TABLE `protocol_versions` (
	`territory_id` text NOT NULL,
	`hash` text NOT NULL,
	`protocol_id` text NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`territory_id`, `hash`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "protocol_versions_status" CHECK("protocol_versions"."status" in ('draft', 'consultation', 'published', 'retired'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `protocol_versions_protocol` ON `protocol_versions` (`territory_id`,`protocol_id`);--> statement-breakpoint
CREATE TABLE `holders` (
	`situation_pk` integer NOT NULL,
	`part` text NOT NULL,
	`structure_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`situation_pk`, `part`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `holders_structure` ON `holders` (`structure_id`);--> statement-breakpoint
CREATE TABLE `open_steps` (
	`situation_pk` integer NOT NULL,
	`step_id` text NOT NULL,
	`part` text NOT NULL,
	`role_id` text NOT NULL,
	`structure_id` text,
	`entered_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`overdue` integer NOT NULL,
	`paused` integer NOT NULL,
	PRIMARY KEY(`situation_pk`, `step_id`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "open_steps_overdue" CHECK("open_steps"."overdue" in (0, 1)),
	CONSTRAINT "open_steps_paused" CHECK("open_steps"."paused" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `open_steps_structure` ON `open_steps` (`structure_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `participations` (
	`situation_pk` integer NOT NULL,
	`structure_id` text NOT NULL,
	`handle` text NOT NULL,
	`code` text NOT NULL,
	`alias` text NOT NULL,
	`takes_part` integer NOT NULL,
	PRIMARY KEY(`situation_pk`, `structure_id`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participations_takes_part" CHECK("participations"."takes_part" in (0, 1)),
	CONSTRAINT "participations_code_form" CHECK(length("participations"."code") = 10),
	CONSTRAINT "participations_alias_form" CHECK("participations"."alias" not glob '*[^0-9-]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `participations_handle_unique` ON `participations` (`handle`);--> statement-breakpoint
CREATE UNIQUE INDEX `participations_code` ON `participations` (`structure_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `participations_alias` ON `participations` (`structure_id`,`alias`);--> statement-breakpoint
CREATE TABLE `situations` (
	`pk` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`territory_id` text NOT NULL,
	`version_hash` text NOT NULL,
	`status` text NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`latest_act` integer NOT NULL,
	`lead_id` text,
	`opened_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`territory_id`,`version_hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "situations_status" CHECK("situations"."status" in ('open', 'closed')),
	CONSTRAINT "situations_phase" CHECK("situations"."phase" in ('identification', 'orientation', 'accompaniment'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `situations_territory` ON `situations` (`territory_id`,`status`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`label` text NOT NULL,
	`reception` integer DEFAULT false NOT NULL,
	`manager` integer DEFAULT false NOT NULL,
	`duty` text DEFAULT 'professional' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_reception" CHECK("members"."reception" in (0, 1)),
	CONSTRAINT "members_manager" CHECK("members"."manager" in (0, 1)),
	CONSTRAINT "members_duty" CHECK("members"."duty" in ('professional', 'coordinator', 'animator', 'administrator', 'auditor')),
	CONSTRAINT "members_active" CHECK("members"."active" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `members_user_structure` ON `members` (`user_id`,`structure_id`);--> statement-breakpoint
CREATE INDEX `members_structure` ON `members` (`structure_id`);--> statement-breakpoint
CREATE TABLE `structure_closing_days` (
	`structure_id` text NOT NULL,
	`weekday` integer,
	`date` text,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structure_closing_days_one" CHECK(("structure_closing_days"."weekday" is null) <> ("structure_closing_days"."date" is null)),
	CONSTRAINT "structure_closing_days_weekday_range" CHECK("structure_closing_days"."weekday" is null or "structure_closing_days"."weekday" between 1 and 7),
	CONSTRAINT "structure_closing_days_date_form" CHECK("structure_closing_days"."date" is null or "structure_closing_days"."date" is date("structure_closing_days"."date"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `structure_closing_days_weekday` ON `structure_closing_days` (`structure_id`,`weekday`);--> statement-breakpoint
CREATE UNIQUE INDEX `structure_closing_days_date` ON `structure_closing_days` (`structure_id`,`date`);--> statement-breakpoint
CREATE TABLE `structure_roles` (
	`structure_id` text NOT NULL,
	`role_id` text NOT NULL,
	PRIMARY KEY(`structure_id`, `role_id`),
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `structure_roles_role` ON `structure_roles` (`role_id`);--> statement-breakpoint
CREATE TABLE `structures` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`zone` text,
	`phone` text,
	`sensitive` integer DEFAULT false NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structures_kind" CHECK("structures"."kind" in ('school', 'outreach', 'crip', 'ase', 'care-home', 'health', 'specialist', 'justice', 'coordination', 'insertion', 'family-support', 'other')),
	CONSTRAINT "structures_sensitive" CHECK("structures"."sensitive" in (0, 1)),
	CONSTRAINT "structures_active" CHECK("structures"."active" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `structures_territory` ON `structures` (`territory_id`);--> statement-breakpoint
CREATE TABLE `exceptional_days` (
	`territory_id` text NOT NULL,
	`date` text NOT NULL,
	`closed` integer NOT NULL,
	PRIMARY KEY(`territory_id`, `date`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exceptional_days_date" CHECK("exceptional_days"."date" is date("exceptional_days"."date")),
	CONSTRAINT "exceptional_days_closed" CHECK("exceptional_days"."closed" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `territories` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text DEFAULT 'Europe/Paris' NOT NULL,
	`holiday_region` text DEFAULT 'metropole' NOT NULL,
	`office_start_minute` integer DEFAULT 540 NOT NULL,
	`office_end_minute` integer DEFAULT 1080 NOT NULL,
	`work_days` text DEFAULT '12345' NOT NULL,
	`demonstration` integer DEFAULT false NOT NULL,
	CONSTRAINT "territories_holiday_region" CHECK("territories"."holiday_region" in ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte', 'saint-barthelemy', 'saint-martin', 'saint-pierre-et-miquelon', 'nouvelle-caledonie', 'polynesie-francaise', 'wallis-et-futuna')),
	CONSTRAINT "territories_office_minutes" CHECK(0 <= "territories"."office_start_minute" and "territories"."office_start_minute" < "territories"."office_end_minute" and "territories"."office_end_minute" <= 1440),
	CONSTRAINT "territories_work_days" CHECK(length("territories"."work_days") between 1 and 7 and "territories"."work_days" not glob '*[^1-7]*'),
	CONSTRAINT "territories_demonstration" CHECK("territories"."demonstration" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_update BEFORE UPDATE OF document, hash ON protocol_versions
WHEN OLD.status IN ('published', 'retired')
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_delete BEFORE DELETE ON protocol_versions
WHEN OLD.status IN ('published', 'retired')
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
