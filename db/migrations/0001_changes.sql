DROP TRIGGER audit_anchor_refuses_delete;
--> statement-breakpoint
DROP TRIGGER audit_anchor_refuses_insert;
--> statement-breakpoint
DROP TRIGGER audit_anchor_refuses_update;
--> statement-breakpoint
DROP TRIGGER audit_refuses_delete;
--> statement-breakpoint
DROP TRIGGER audit_refuses_update;
--> statement-breakpoint
DROP TRIGGER checkpoints_refuses_delete;
--> statement-breakpoint
DROP TRIGGER checkpoints_refuses_update;
--> statement-breakpoint
DROP TRIGGER journal_refuses_delete;
--> statement-breakpoint
DROP TRIGGER journal_refuses_gap;
--> statement-breakpoint
DROP TRIGGER journal_refuses_stranger;
--> statement-breakpoint
DROP TRIGGER journal_refuses_update;
--> statement-breakpoint
DROP TRIGGER published_version_refuses_delete;
--> statement-breakpoint
DROP TRIGGER published_version_refuses_update;
--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`structure_id` text,
	`act` text NOT NULL,
	`screen` text,
	`subject` text,
	`session` blob,
	`situation_pk` integer,
	`handoff_id` text,
	`salt` blob,
	`mark` blob,
	`link` blob NOT NULL,
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_at_range" CHECK("__new_audit"."at" between 1262304000000 and 4102444800000),
	CONSTRAINT "audit_act" CHECK("__new_audit"."act" in ('READ_SITUATION', 'READ_HANDOFF', 'READ_LIST', 'READ_TRAIL', 'SIGN_IN', 'SIGN_IN_REFUSED', 'SIGN_OUT', 'SESSION_ENDED', 'LOCKED', 'UNLOCKED', 'STEP_UP', 'STEP_UP_REFUSED', 'FACTOR_CHANGED', 'FACTOR_RECOVERED', 'PASSWORD_CHANGED', 'RECOVERY_ASKED', 'RECOVERY_AGREED', 'RECOVERY_WITHDRAWN', 'RECOVERY_USED', 'PROVIDER_LINKED', 'PROVIDER_UNLINKED', 'INVITED', 'INVITATION_WITHDRAWN', 'INVITATION_ACCEPTED', 'MEMBER_CHANGED', 'MEMBER_SUSPENDED', 'MEMBER_RESTORED', 'ACCOUNT_DELETED', 'MEMBERS_REVIEWED', 'STRUCTURE_ADDED', 'STRUCTURE_CHANGED', 'PRESENTATION_WRITTEN', 'TEXT_ACCEPTED', 'TEXT_REFUSED', 'SEARCH_LOCKED', 'NUMBER_LOCKED', 'DUPLICATE_OFFERED', 'DUPLICATE_CONFIRMED', 'BREAK_GLASS_ASKED', 'BREAK_GLASS_AGREED', 'BREAK_GLASS_REFUSED', 'BREAK_GLASS_USED', 'BREAK_GLASS_ENDED', 'EXPORTED', 'STATEMENT_MADE', 'CLOSED_BY_SYSTEM', 'PURGED', 'TRAIL_CLEANED', 'POLICY_CHANGED', 'RETENTION_CHANGED', 'CALENDAR_CHANGED', 'CLOSING_DAYS_CHANGED', 'AVAILABILITY_DECLARED', 'LETTERS_CHANGED', 'FEED_MADE', 'FEED_WITHDRAWN', 'DRAFT_CREATED', 'DRAFT_DROPPED', 'SIGNATURES_CHANGED', 'CONSULTATION_OPENED', 'CONSULTATION_WITHDRAWN', 'CONSULTATION_ANSWERED', 'CONSULTATION_SIGNED', 'CONSULTATION_COMMENTED', 'CONSULTATION_COMMENT_REMOVED', 'WARNING_ACCEPTED', 'PUBLISHED', 'RETIRED', 'SHARED', 'UNSHARED', 'SITUATION_MOVED', 'WHAT_IF', 'KEY_ROTATED', 'CHECKPOINT_SIGNED', 'RESTORED')),
	CONSTRAINT "audit_screen" CHECK("__new_audit"."screen" in ('my-day', 'late', 'situation', 'line', 'step', 'interruption', 'correction', 'role', 'lead', 'handing-off', 'handoff', 'handoff-act', 'slip', 'readings', 'own-readings', 'trail', 'moving')),
	CONSTRAINT "audit_actor_form" CHECK("__new_audit"."actor" is null or (octet_length("__new_audit"."actor") between 1 and 64 and octet_length("__new_audit"."actor") = length("__new_audit"."actor") and "__new_audit"."actor" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_structure_form" CHECK("__new_audit"."structure_id" is null or (octet_length("__new_audit"."structure_id") between 1 and 64 and octet_length("__new_audit"."structure_id") = length("__new_audit"."structure_id") and "__new_audit"."structure_id" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_subject_form" CHECK("__new_audit"."subject" is null or (octet_length("__new_audit"."subject") between 1 and 64 and octet_length("__new_audit"."subject") = length("__new_audit"."subject") and "__new_audit"."subject" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_handoff_form" CHECK("__new_audit"."handoff_id" is null or (octet_length("__new_audit"."handoff_id") between 1 and 64 and octet_length("__new_audit"."handoff_id") = length("__new_audit"."handoff_id") and "__new_audit"."handoff_id" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_session_form" CHECK("__new_audit"."session" is null or length("__new_audit"."session") = 16),
	CONSTRAINT "audit_salt_form" CHECK("__new_audit"."salt" is null or length("__new_audit"."salt") = 16),
	CONSTRAINT "audit_mark_form" CHECK("__new_audit"."mark" is null or length("__new_audit"."mark") = 32),
	CONSTRAINT "audit_link_form" CHECK(length("__new_audit"."link") = 32),
	CONSTRAINT "audit_salted" CHECK(("__new_audit"."situation_pk" is null) = ("__new_audit"."salt" is null)),
	CONSTRAINT "audit_marked" CHECK("__new_audit"."mark" is not null or "__new_audit"."salt" is null),
	CONSTRAINT "audit_handoff" CHECK("__new_audit"."situation_pk" is not null or "__new_audit"."handoff_id" is null)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_audit` (`sequence`, `at`, `actor`, `structure_id`, `act`, `screen`, `subject`, `session`, `situation_pk`, `handoff_id`, `salt`, `mark`, `link`) SELECT `sequence`, `at`, `actor`, `structure_id`, `act`, `screen`, `subject`, `session`, `situation_pk`, `handoff_id`, `salt`, `mark`, `link` FROM `audit`;
--> statement-breakpoint
DELETE FROM sqlite_sequence WHERE name = '__new_audit';
--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT '__new_audit', seq FROM sqlite_sequence WHERE name = 'audit';
--> statement-breakpoint
DROP TABLE `audit`;
--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;
--> statement-breakpoint
CREATE TABLE `due_feeds` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`read_day` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "due_feeds_secret_hash_form" CHECK(octet_length("due_feeds"."secret_hash") between 43 and 43 and octet_length("due_feeds"."secret_hash") = length("due_feeds"."secret_hash") and "due_feeds"."secret_hash" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "due_feeds_made_at_range" CHECK("due_feeds"."made_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "due_feeds_read_day_range" CHECK("due_feeds"."read_day" between 0 and 50000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`key` text NOT NULL,
	`reason` text NOT NULL,
	`situation_pk` integer,
	`opened_at` integer NOT NULL,
	`latest_at` integer NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`owner_id` text,
	`resolution` text,
	`resolved_at` integer,
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incidents_source" CHECK("incidents"."source" in ('timer', 'outbox', 'worker', 'sweep-silent', 'clock-skew', 'store', 'bug')),
	CONSTRAINT "incidents_key_form" CHECK(octet_length("incidents"."key") between 1 and 120 and octet_length("incidents"."key") = length("incidents"."key") and "incidents"."key" not glob '*[^A-Za-z0-9_:./-]*' and "incidents"."key" glob '[a-z]*'),
	CONSTRAINT "incidents_reason" CHECK("incidents"."reason" in ('clock-failed', 'clock-refused', 'letter-failed', 'letter-refused', 'relay-silent', 'relay-missing', 'nobody-to-tell', 'worker-failed', 'sweep-silent', 'clock-behind', 'clock-ahead', 'store-busy', 'store-full', 'store-read-only', 'store-unreadable', 'history-altered', 'request-failed', 'process-ended')),
	CONSTRAINT "incidents_of_clock" CHECK(("incidents"."source" = 'timer') = ("incidents"."situation_pk" is not null)),
	CONSTRAINT "incidents_opened_at_range" CHECK("incidents"."opened_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "incidents_latest_at_range" CHECK("incidents"."latest_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "incidents_times_range" CHECK("incidents"."times" between 1 and 1000000),
	CONSTRAINT "incidents_resolution" CHECK("incidents"."resolution" in ('tried-again', 'cause-removed', 'nothing-left', 'went-through')),
	CONSTRAINT "incidents_resolved" CHECK(("incidents"."resolution" is null) = ("incidents"."resolved_at" is null)),
	CONSTRAINT "incidents_resolved_at_range" CHECK("incidents"."resolved_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `letter_wishes` (
	`user_id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`morning` integer NOT NULL,
	`afternoon` integer NOT NULL,
	`weekly` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "letter_wishes_language" CHECK("letter_wishes"."language" in ('fr', 'en')),
	CONSTRAINT "letter_wishes_morning" CHECK("letter_wishes"."morning" in (0, 1)),
	CONSTRAINT "letter_wishes_afternoon" CHECK("letter_wishes"."afternoon" in (0, 1)),
	CONSTRAINT "letter_wishes_weekly" CHECK("letter_wishes"."weekly" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`text` text NOT NULL,
	`user_id` text,
	`structure_id` text,
	`due_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_number_form" CHECK(octet_length("letters"."number") between 22 and 22 and octet_length("letters"."number") = length("letters"."number") and "letters"."number" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "letters_text" CHECK("letters"."text" in ('waiting', 'urgent', 'weekly', 'operator')),
	CONSTRAINT "letters_to" CHECK(("letters"."user_id" is null) + ("letters"."structure_id" is null) = 1 + ("letters"."text" = 'operator')),
	CONSTRAINT "letters_due_at_range" CHECK("letters"."due_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "letters_tries_range" CHECK("letters"."tries" between 0 and 5),
	CONSTRAINT "letters_next_try_at_range" CHECK("letters"."next_try_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "letters_state" CHECK("letters"."state" in ('queued', 'sent', 'shown', 'dropped', 'failed')),
	CONSTRAINT "letters_ended" CHECK(("letters"."state" = 'queued') = ("letters"."ended_at" is null)),
	CONSTRAINT "letters_ended_at_range" CHECK("letters"."ended_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `mail_relay` (
	`id` integer PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`next_try_at` integer,
	`failing_since` integer,
	`latest_sent_at` integer,
	CONSTRAINT "mail_relay_one" CHECK("mail_relay"."id" = 1),
	CONSTRAINT "mail_relay_failures_range" CHECK("mail_relay"."failures" between 0 and 1000000),
	CONSTRAINT "mail_relay_next_try_at_range" CHECK("mail_relay"."next_try_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "mail_relay_failing_since_range" CHECK("mail_relay"."failing_since" between 1262304000000 and 4102444800000),
	CONSTRAINT "mail_relay_latest_sent_at_range" CHECK("mail_relay"."latest_sent_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_members` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`label` text NOT NULL,
	`reception` integer DEFAULT false NOT NULL,
	`manager` integer DEFAULT false NOT NULL,
	`second_contact` integer DEFAULT false NOT NULL,
	`duty` text DEFAULT 'professional' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`suspended` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_id_form" CHECK(octet_length("__new_members"."id") between 1 and 80 and octet_length("__new_members"."id") = length("__new_members"."id") and "__new_members"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "members_reception" CHECK("__new_members"."reception" in (0, 1)),
	CONSTRAINT "members_manager" CHECK("__new_members"."manager" in (0, 1)),
	CONSTRAINT "members_second_contact" CHECK("__new_members"."second_contact" in (0, 1)),
	CONSTRAINT "members_duty" CHECK("__new_members"."duty" in ('professional', 'coordinator', 'animator', 'administrator', 'auditor')),
	CONSTRAINT "members_active" CHECK("__new_members"."active" in (0, 1)),
	CONSTRAINT "members_suspended" CHECK("__new_members"."suspended" in ('disabled', 'dormant', 'deleted')),
	CONSTRAINT "members_suspended_or_active" CHECK(("__new_members"."suspended" is null) = "__new_members"."active")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_members` (`id`, `user_id`, `structure_id`, `label`, `reception`, `manager`, `duty`, `active`, `suspended`) SELECT `id`, `user_id`, `structure_id`, `label`, `reception`, `manager`, `duty`, `active`, `suspended` FROM `members`;
--> statement-breakpoint
DROP TABLE `members`;
--> statement-breakpoint
ALTER TABLE `__new_members` RENAME TO `members`;
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`structure_id` text,
	`audience` text DEFAULT 'structure' NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('waiting', 'urgent', 'operator')),
	CONSTRAINT "outbox_audience" CHECK("__new_outbox"."audience" in ('structure', 'coordinators', 'second-contact')),
	CONSTRAINT "outbox_to" CHECK(("__new_outbox"."structure_id" is null) = ("__new_outbox"."kind" = 'operator'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_outbox` (`id`, `structure_id`, `kind`, `at`, `sent_at`) SELECT `id`, `structure_id`, `kind`, `at`, `sent_at` FROM `outbox`;
--> statement-breakpoint
DELETE FROM sqlite_sequence WHERE name = '__new_outbox';
--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT '__new_outbox', seq FROM sqlite_sequence WHERE name = 'outbox';
--> statement-breakpoint
DROP TABLE `outbox`;
--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;
--> statement-breakpoint
CREATE TABLE `__new_protocol_versions` (
	`territory_id` text NOT NULL,
	`hash` text NOT NULL,
	`protocol_id` text NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`published_at` integer,
	`model_id` text,
	`base_hash` text,
	`shared_by` text,
	PRIMARY KEY(`territory_id`, `hash`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "protocol_versions_hash_form" CHECK(octet_length("__new_protocol_versions"."hash") between 64 and 64 and octet_length("__new_protocol_versions"."hash") = length("__new_protocol_versions"."hash") and "__new_protocol_versions"."hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "protocol_versions_protocol_id_form" CHECK(octet_length("__new_protocol_versions"."protocol_id") between 1 and 80 and octet_length("__new_protocol_versions"."protocol_id") = length("__new_protocol_versions"."protocol_id") and "__new_protocol_versions"."protocol_id" not glob '*[^a-z0-9:-]*' and "__new_protocol_versions"."protocol_id" glob '[a-z]*'),
	CONSTRAINT "protocol_versions_status" CHECK("__new_protocol_versions"."status" in ('draft', 'consultation', 'published', 'retired')),
	CONSTRAINT "protocol_versions_model_id_form" CHECK("__new_protocol_versions"."model_id" is null or (octet_length("__new_protocol_versions"."model_id") between 1 and 80 and octet_length("__new_protocol_versions"."model_id") = length("__new_protocol_versions"."model_id") and "__new_protocol_versions"."model_id" not glob '*[^a-z0-9:-]*' and "__new_protocol_versions"."model_id" glob '[a-z]*')),
	CONSTRAINT "protocol_versions_base_hash_form" CHECK("__new_protocol_versions"."base_hash" is null or (octet_length("__new_protocol_versions"."base_hash") between 64 and 64 and octet_length("__new_protocol_versions"."base_hash") = length("__new_protocol_versions"."base_hash") and "__new_protocol_versions"."base_hash" not glob '*[^0-9a-f]*')),
	CONSTRAINT "protocol_versions_shared_by_form" CHECK("__new_protocol_versions"."shared_by" is null or (octet_length("__new_protocol_versions"."shared_by") between 1 and 80 and octet_length("__new_protocol_versions"."shared_by") = length("__new_protocol_versions"."shared_by") and "__new_protocol_versions"."shared_by" not glob '*[^A-Za-z0-9_-]*')),
	CONSTRAINT "protocol_versions_one_beginning" CHECK("__new_protocol_versions"."base_hash" is null or "__new_protocol_versions"."model_id" is null),
	CONSTRAINT "protocol_versions_shared_version" CHECK("__new_protocol_versions"."shared_by" is null or "__new_protocol_versions"."base_hash" is not null)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_protocol_versions` (`territory_id`, `hash`, `protocol_id`, `status`, `document`, `published_at`) SELECT `territory_id`, `hash`, `protocol_id`, `status`, `document`, `published_at` FROM `protocol_versions`;
--> statement-breakpoint
DROP TABLE `protocol_versions`;
--> statement-breakpoint
ALTER TABLE `__new_protocol_versions` RENAME TO `protocol_versions`;
--> statement-breakpoint
CREATE TABLE `recalculations` (
	`territory_id` text PRIMARY KEY NOT NULL,
	`after_pk` integer NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recalculations_after_pk_range" CHECK("recalculations"."after_pk" between 0 and 100000000),
	CONSTRAINT "recalculations_asked_at_range" CHECK("recalculations"."asked_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `structure_letters` (
	`structure_id` text PRIMARY KEY NOT NULL,
	`urgent_to` text NOT NULL,
	`mailbox` text,
	`mailbox_notices` integer NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structure_letters_urgent_to" CHECK("structure_letters"."urgent_to" in ('everyone', 'reception')),
	CONSTRAINT "structure_letters_mailbox" CHECK("structure_letters"."mailbox" is null or (length("structure_letters"."mailbox") between 1 and 254 and instr("structure_letters"."mailbox", char(0)) = 0)),
	CONSTRAINT "structure_letters_mailbox_notices" CHECK("structure_letters"."mailbox_notices" in (0, 1)),
	CONSTRAINT "structure_letters_language" CHECK("structure_letters"."language" in ('fr', 'en'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_structures` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`zone` text,
	`phone` text,
	`presentation` text,
	`sensitive` integer DEFAULT false NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`capacity` text,
	`capacity_at` integer,
	`on_call` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structures_id_form" CHECK(octet_length("__new_structures"."id") between 1 and 80 and octet_length("__new_structures"."id") = length("__new_structures"."id") and "__new_structures"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "structures_kind" CHECK("__new_structures"."kind" in ('school', 'outreach', 'crip', 'ase', 'care-home', 'health', 'specialist', 'justice', 'coordination', 'insertion', 'family-support', 'other')),
	CONSTRAINT "structures_presentation" CHECK("__new_structures"."presentation" is null or (length("__new_structures"."presentation") between 1 and 600 and instr("__new_structures"."presentation", char(0)) = 0)),
	CONSTRAINT "structures_capacity" CHECK("__new_structures"."capacity" in ('open', 'limited', 'full')),
	CONSTRAINT "structures_capacity_dated" CHECK(("__new_structures"."capacity" is null) = ("__new_structures"."capacity_at" is null)),
	CONSTRAINT "structures_capacity_at_range" CHECK("__new_structures"."capacity_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "structures_sensitive" CHECK("__new_structures"."sensitive" in (0, 1)),
	CONSTRAINT "structures_active" CHECK("__new_structures"."active" in (0, 1)),
	CONSTRAINT "structures_on_call" CHECK("__new_structures"."on_call" in (0, 1))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_structures` (`id`, `territory_id`, `name`, `kind`, `zone`, `phone`, `presentation`, `sensitive`, `active`) SELECT `id`, `territory_id`, `name`, `kind`, `zone`, `phone`, `presentation`, `sensitive`, `active` FROM `structures`;
--> statement-breakpoint
DROP TABLE `structures`;
--> statement-breakpoint
ALTER TABLE `__new_structures` RENAME TO `structures`;
--> statement-breakpoint
CREATE TABLE `__new_text_findings` (
	`territory_id` text NOT NULL,
	`about` text NOT NULL,
	`subject_id` text NOT NULL,
	`place` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`territory_id`, `about`, `subject_id`, `place`, `language`, `kind`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_findings_about" CHECK("__new_text_findings"."about" in ('protocol', 'structure', 'comment')),
	CONSTRAINT "text_findings_subject" CHECK(octet_length("__new_text_findings"."subject_id") between 1 and 80 and octet_length("__new_text_findings"."subject_id") = length("__new_text_findings"."subject_id") and "__new_text_findings"."subject_id" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "text_findings_place" CHECK(octet_length("__new_text_findings"."place") between 1 and 300 and octet_length("__new_text_findings"."place") = length("__new_text_findings"."place") and "__new_text_findings"."place" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "text_findings_language" CHECK("__new_text_findings"."language" in ('fr', 'en')),
	CONSTRAINT "text_findings_kind" CHECK("__new_text_findings"."kind" in ('telephone', 'email', 'nir', 'birth-date', 'handle', 'address', 'plate', 'bank-account', 'file-number', 'name')),
	CONSTRAINT "text_findings_at" CHECK("__new_text_findings"."found_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_text_findings` (`territory_id`, `about`, `subject_id`, `place`, `language`, `kind`, `found_at`) SELECT `territory_id`, `about`, `subject_id`, `place`, `language`, `kind`, `found_at` FROM `text_findings`;
--> statement-breakpoint
DROP TABLE `text_findings`;
--> statement-breakpoint
ALTER TABLE `__new_text_findings` RENAME TO `text_findings`;
--> statement-breakpoint
CREATE TABLE `__new_timers` (
	`situation_pk` integer NOT NULL,
	`clock` text NOT NULL,
	`stage` text,
	`fire_at` integer,
	`rung` text,
	`rung_at` integer,
	`due_at` integer,
	`twice_at` integer,
	PRIMARY KEY(`situation_pk`, `clock`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timers_rung" CHECK("__new_timers"."rung" in ('soon', 'overdue', 'coordinator', 'escalate')),
	CONSTRAINT "timers_rung_at" CHECK(("__new_timers"."rung" is null) = ("__new_timers"."rung_at" is null)),
	CONSTRAINT "timers_rung_at_range" CHECK("__new_timers"."rung_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "timers_due_at_range" CHECK("__new_timers"."due_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "timers_twice_at_range" CHECK("__new_timers"."twice_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "timers_clock_form" CHECK(octet_length("__new_timers"."clock") between 6 and 80 and octet_length("__new_timers"."clock") = length("__new_timers"."clock") and "__new_timers"."clock" not glob '*[^A-Za-z0-9_:-]*' and ("__new_timers"."clock" glob 'step:[a-z]*' or "__new_timers"."clock" glob 'handoff:[A-Za-z0-9_-]*')),
	CONSTRAINT "timers_fire_at_range" CHECK("__new_timers"."fire_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "timers_stage" CHECK("__new_timers"."stage" in ('soon', 'unmatched', 'overdue', 'coordinator', 'escalate'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_timers` (`situation_pk`, `clock`, `stage`, `fire_at`) SELECT `situation_pk`, `clock`, `stage`, `fire_at` FROM `timers`;
--> statement-breakpoint
DROP TABLE `timers`;
--> statement-breakpoint
ALTER TABLE `__new_timers` RENAME TO `timers`;
--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_session` ON `audit` (`session`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_situation` ON `audit` (`situation_pk`);
--> statement-breakpoint
CREATE INDEX `audit_structure` ON `audit` (`structure_id`,`at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `due_feeds_secret_hash` ON `due_feeds` (`secret_hash`);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_open` ON `incidents` (`source`,`key`) WHERE "incidents"."resolved_at" is null;
--> statement-breakpoint
CREATE INDEX `incidents_resolved` ON `incidents` (`resolved_at`,`opened_at`);
--> statement-breakpoint
CREATE INDEX `incidents_situation` ON `incidents` (`situation_pk`);
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_number` ON `letters` (`number`);
--> statement-breakpoint
CREATE INDEX `letters_queue` ON `letters` (`state`,`next_try_at`);
--> statement-breakpoint
CREATE INDEX `letters_structure` ON `letters` (`structure_id`,`due_at`);
--> statement-breakpoint
CREATE INDEX `letters_user` ON `letters` (`user_id`,`due_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_one_second_contact` ON `members` (`structure_id`) WHERE "members"."second_contact" = 1;
--> statement-breakpoint
CREATE INDEX `members_structure` ON `members` (`structure_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_user_structure` ON `members` (`user_id`,`structure_id`);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`at`);
--> statement-breakpoint
CREATE INDEX `protocol_versions_protocol` ON `protocol_versions` (`territory_id`,`protocol_id`);
--> statement-breakpoint
CREATE INDEX `structures_territory` ON `structures` (`territory_id`);
--> statement-breakpoint
CREATE INDEX `text_findings_territory` ON `text_findings` (`territory_id`);
--> statement-breakpoint
CREATE INDEX `timers_fire_at` ON `timers` (`fire_at`);
--> statement-breakpoint
CREATE INDEX `timers_rung` ON `timers` (`rung`);
--> statement-breakpoint
CREATE TRIGGER audit_anchor_refuses_delete BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchor_refuses_insert BEFORE INSERT ON audit_anchor
WHEN NOT EXISTS (
	SELECT 1 FROM audit WHERE sequence = NEW.sequence AND link = NEW.link
	AND at <= (SELECT max(at) FROM audit) - 31536000000
)
BEGIN SELECT RAISE(ABORT, 'The trail is kept for twelve months.'); END;
--> statement-breakpoint
CREATE TRIGGER audit_anchor_refuses_update BEFORE UPDATE ON audit_anchor
WHEN NEW.sequence <= OLD.sequence OR NOT EXISTS (
	SELECT 1 FROM audit WHERE sequence = NEW.sequence AND link = NEW.link
	AND at <= (SELECT max(at) FROM audit) - 31536000000
)
BEGIN SELECT RAISE(ABORT, 'The trail is kept for twelve months.'); END;
--> statement-breakpoint
CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit
WHEN OLD.sequence > coalesce((SELECT sequence FROM audit_anchor), 0)
BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit
WHEN NOT (
	OLD.situation_pk IS NOT NULL
	AND (SELECT status FROM situations WHERE pk = OLD.situation_pk) = 'closed'
	AND NEW.situation_pk IS NULL AND NEW.handoff_id IS NULL AND NEW.salt IS NULL
	AND NEW.sequence IS OLD.sequence AND NEW.at IS OLD.at AND NEW.actor IS OLD.actor
	AND NEW.structure_id IS OLD.structure_id AND NEW.act IS OLD.act AND NEW.screen IS OLD.screen
	AND NEW.subject IS OLD.subject AND NEW.session IS OLD.session
	AND NEW.mark IS OLD.mark AND NEW.link IS OLD.link
)
BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_refuses_delete BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'Checkpoints are append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_refuses_update BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'Checkpoints are append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_gap BEFORE INSERT ON journal
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'The journal has no gap.'); END;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_stranger BEFORE INSERT ON journal
WHEN NOT EXISTS (SELECT 1 FROM situations WHERE pk = NEW.situation_pk)
BEGIN SELECT RAISE(ABORT, 'The journal knows no such situation.'); END;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_delete BEFORE DELETE ON protocol_versions
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_update BEFORE UPDATE OF document, hash, model_id, base_hash, shared_by ON protocol_versions
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
--> statement-breakpoint
CREATE TEMP TABLE __references (broken INTEGER CHECK (broken = 0)) STRICT;
--> statement-breakpoint
INSERT INTO __references SELECT count(*) FROM pragma_foreign_key_check;
--> statement-breakpoint
DROP TABLE __references;