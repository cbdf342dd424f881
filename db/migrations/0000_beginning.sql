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
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "account_access_token" CHECK("account"."access_token" is null),
	CONSTRAINT "account_refresh_token" CHECK("account"."refresh_token" is null),
	CONSTRAINT "account_id_token" CHECK("account"."id_token" is null),
	CONSTRAINT "account_scope" CHECK("account"."scope" is null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL,
	CONSTRAINT "rate_limit_count_range" CHECK("rate_limit"."count" between 0 and 100000000)
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
	`way` text DEFAULT 'password' NOT NULL,
	`proof` text DEFAULT 'first' NOT NULL,
	`proved_at` integer,
	`locked_at` integer,
	`system` text DEFAULT 'other' NOT NULL,
	`browser` text DEFAULT 'other' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "session_ip_address" CHECK("session"."ip_address" is null),
	CONSTRAINT "session_user_agent" CHECK("session"."user_agent" is null),
	CONSTRAINT "session_way" CHECK("session"."way" in ('password', 'passkey', 'proconnect', 'invitation', 'recovery', 'demonstration')),
	CONSTRAINT "session_proof" CHECK("session"."proof" in ('first', 'full')),
	CONSTRAINT "session_system" CHECK("session"."system" in ('windows', 'mac', 'linux', 'android', 'ios', 'other')),
	CONSTRAINT "session_browser" CHECK("session"."browser" in ('firefox', 'chrome', 'edge', 'safari', 'other'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `tries` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`started_at` integer NOT NULL,
	CONSTRAINT "tries_key_form" CHECK(octet_length("tries"."key") between 43 and 43 and octet_length("tries"."key") = length("tries"."key") and "tries"."key" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "tries_count" CHECK("tries"."count" between 0 and 100000000)
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
	`seen_day` integer,
	`deleted_at` integer,
	CONSTRAINT "user_id_form" CHECK(octet_length("user"."id") between 1 and 80 and octet_length("user"."id") = length("user"."id") and "user"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "user_email_verified" CHECK("user"."email_verified" in (0, 1)),
	CONSTRAINT "user_image" CHECK("user"."image" is null),
	CONSTRAINT "user_seen_day_range" CHECK("user"."seen_day" between 0 and 50000)
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
CREATE TABLE `audit` (
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
	CONSTRAINT "audit_at_range" CHECK("audit"."at" between 1262304000000 and 4102444800000),
	CONSTRAINT "audit_act" CHECK("audit"."act" in ('READ_SITUATION', 'READ_HANDOFF', 'READ_LIST', 'READ_TRAIL', 'SIGN_IN', 'SIGN_IN_REFUSED', 'SIGN_OUT', 'SESSION_ENDED', 'LOCKED', 'UNLOCKED', 'STEP_UP', 'STEP_UP_REFUSED', 'FACTOR_CHANGED', 'FACTOR_RECOVERED', 'PASSWORD_CHANGED', 'RECOVERY_ASKED', 'RECOVERY_AGREED', 'RECOVERY_WITHDRAWN', 'RECOVERY_USED', 'PROVIDER_LINKED', 'PROVIDER_UNLINKED', 'INVITED', 'INVITATION_WITHDRAWN', 'INVITATION_ACCEPTED', 'MEMBER_CHANGED', 'MEMBER_SUSPENDED', 'MEMBER_RESTORED', 'ACCOUNT_DELETED', 'MEMBERS_REVIEWED', 'STRUCTURE_ADDED', 'STRUCTURE_CHANGED', 'PRESENTATION_WRITTEN', 'TEXT_ACCEPTED', 'TEXT_REFUSED', 'SEARCH_LOCKED', 'NUMBER_LOCKED', 'DUPLICATE_OFFERED', 'DUPLICATE_CONFIRMED', 'BREAK_GLASS_ASKED', 'BREAK_GLASS_AGREED', 'BREAK_GLASS_REFUSED', 'BREAK_GLASS_USED', 'BREAK_GLASS_ENDED', 'EXPORTED', 'STATEMENT_MADE', 'CLOSED_BY_SYSTEM', 'PURGED', 'TRAIL_CLEANED', 'POLICY_CHANGED', 'RETENTION_CHANGED', 'DRAFT_CREATED', 'DRAFT_DROPPED', 'SIGNATURES_CHANGED', 'CONSULTATION_OPENED', 'CONSULTATION_WITHDRAWN', 'CONSULTATION_ANSWERED', 'CONSULTATION_SIGNED', 'CONSULTATION_COMMENTED', 'WARNING_ACCEPTED', 'PUBLISHED', 'RETIRED', 'SHARED', 'UNSHARED', 'SITUATION_MOVED', 'WHAT_IF', 'KEY_ROTATED', 'CHECKPOINT_SIGNED', 'RESTORED')),
	CONSTRAINT "audit_screen" CHECK("audit"."screen" in ('my-day', 'situation', 'line', 'step', 'interruption', 'correction', 'role', 'lead', 'handing-off', 'handoff', 'handoff-act', 'slip', 'readings', 'own-readings', 'trail', 'moving')),
	CONSTRAINT "audit_actor_form" CHECK("audit"."actor" is null or (octet_length("audit"."actor") between 1 and 64 and octet_length("audit"."actor") = length("audit"."actor") and "audit"."actor" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_structure_form" CHECK("audit"."structure_id" is null or (octet_length("audit"."structure_id") between 1 and 64 and octet_length("audit"."structure_id") = length("audit"."structure_id") and "audit"."structure_id" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_subject_form" CHECK("audit"."subject" is null or (octet_length("audit"."subject") between 1 and 64 and octet_length("audit"."subject") = length("audit"."subject") and "audit"."subject" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_handoff_form" CHECK("audit"."handoff_id" is null or (octet_length("audit"."handoff_id") between 1 and 64 and octet_length("audit"."handoff_id") = length("audit"."handoff_id") and "audit"."handoff_id" not glob '*[^A-Za-z0-9_.-]*')),
	CONSTRAINT "audit_session_form" CHECK("audit"."session" is null or length("audit"."session") = 16),
	CONSTRAINT "audit_salt_form" CHECK("audit"."salt" is null or length("audit"."salt") = 16),
	CONSTRAINT "audit_mark_form" CHECK("audit"."mark" is null or length("audit"."mark") = 32),
	CONSTRAINT "audit_link_form" CHECK(length("audit"."link") = 32),
	CONSTRAINT "audit_salted" CHECK(("audit"."situation_pk" is null) = ("audit"."salt" is null)),
	CONSTRAINT "audit_marked" CHECK("audit"."mark" is not null or "audit"."salt" is null),
	CONSTRAINT "audit_handoff" CHECK("audit"."situation_pk" is not null or "audit"."handoff_id" is null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_structure` ON `audit` (`structure_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `audit_session` ON `audit` (`session`,`at`);--> statement-breakpoint
CREATE INDEX `audit_situation` ON `audit` (`situation_pk`);--> statement-breakpoint
CREATE TABLE `audit_anchor` (
	`id` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`link` blob NOT NULL,
	CONSTRAINT "audit_anchor_one" CHECK("audit_anchor"."id" = 1),
	CONSTRAINT "audit_anchor_link_form" CHECK(length("audit_anchor"."link") = 32)
) STRICT;
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`journal_count` integer NOT NULL,
	`journal_head` blob NOT NULL,
	`audit_count` integer NOT NULL,
	`audit_head` blob NOT NULL,
	`signature` blob NOT NULL,
	CONSTRAINT "checkpoints_journal_count_range" CHECK("checkpoints"."journal_count" between 0 and 100000000),
	CONSTRAINT "checkpoints_audit_count_range" CHECK("checkpoints"."audit_count" between 0 and 100000000),
	CONSTRAINT "checkpoints_reason" CHECK("checkpoints"."reason" in ('day', 'handoff', 'asked')),
	CONSTRAINT "checkpoints_journal_head_form" CHECK(length("checkpoints"."journal_head") = 32),
	CONSTRAINT "checkpoints_audit_head_form" CHECK(length("checkpoints"."audit_head") = 32),
	CONSTRAINT "checkpoints_signature_form" CHECK(length("checkpoints"."signature") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `checkpoints_at` ON `checkpoints` (`at`);--> statement-breakpoint
CREATE TABLE `handoff_checkpoints` (
	`handoff_id` text NOT NULL,
	`checkpoint` integer NOT NULL,
	PRIMARY KEY(`handoff_id`, `checkpoint`),
	FOREIGN KEY (`handoff_id`) REFERENCES `handoffs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`checkpoint`) REFERENCES `checkpoints`(`sequence`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `handoff_checkpoints_checkpoint` ON `handoff_checkpoints` (`checkpoint`);--> statement-breakpoint
CREATE TABLE `accepted_warnings` (
	`consultation_id` text NOT NULL,
	`code` text NOT NULL,
	`place` text NOT NULL,
	`reason` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`consultation_id`, `code`, `place`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accepted_warnings_code_form" CHECK(octet_length("accepted_warnings"."code") between 1 and 80 and octet_length("accepted_warnings"."code") = length("accepted_warnings"."code") and "accepted_warnings"."code" not glob '*[^a-z0-9:-]*' and "accepted_warnings"."code" glob '[a-z]*'),
	CONSTRAINT "accepted_warnings_place_form" CHECK(octet_length("accepted_warnings"."place") between 1 and 160 and octet_length("accepted_warnings"."place") = length("accepted_warnings"."place") and "accepted_warnings"."place" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "accepted_warnings_reason" CHECK("accepted_warnings"."reason" in ('KNOWN', 'OUTSIDE', 'LOCAL', 'NEXT_VERSION', 'NOT_HERE')),
	CONSTRAINT "accepted_warnings_at_range" CHECK("accepted_warnings"."at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `consultation_answers` (
	`consultation_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`must_sign` integer NOT NULL,
	`answer` text,
	`objection` text,
	`answered_by` text,
	`answered_at` integer,
	`signed_by` text,
	`signed_at` integer,
	PRIMARY KEY(`consultation_id`, `structure_id`),
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consultation_answers_must_sign" CHECK("consultation_answers"."must_sign" in (0, 1)),
	CONSTRAINT "consultation_answers_answer" CHECK("consultation_answers"."answer" in ('agree', 'reserve', 'disagree')),
	CONSTRAINT "consultation_answers_objection" CHECK("consultation_answers"."objection" in ('DELAY_UNTENABLE', 'MEANS_MISSING', 'NOT_OUR_ROLE', 'HANDOFF_UNCLEAR', 'LAW_DOUBT', 'SAFETY', 'NOT_YET')),
	CONSTRAINT "consultation_answers_objects" CHECK((coalesce("consultation_answers"."answer", 'agree') = 'agree') = ("consultation_answers"."objection" is null)),
	CONSTRAINT "consultation_answers_answered" CHECK(("consultation_answers"."answer" is null) = ("consultation_answers"."answered_by" is null) and ("consultation_answers"."answer" is null) = ("consultation_answers"."answered_at" is null)),
	CONSTRAINT "consultation_answers_signed" CHECK(("consultation_answers"."signed_by" is null) = ("consultation_answers"."signed_at" is null) and ("consultation_answers"."signed_by" is null or "consultation_answers"."answer" is not null)),
	CONSTRAINT "consultation_answers_answered_at_range" CHECK("consultation_answers"."answered_at" is null or ("consultation_answers"."answered_at" between 1262304000000 and 4102444800000)),
	CONSTRAINT "consultation_answers_signed_at_range" CHECK("consultation_answers"."signed_at" is null or ("consultation_answers"."signed_at" between 1262304000000 and 4102444800000))
) STRICT;
--> statement-breakpoint
CREATE INDEX `consultation_answers_structure` ON `consultation_answers` (`structure_id`);--> statement-breakpoint
CREATE TABLE `consultation_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`member_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`consultation_id`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consultation_comments_id_form" CHECK(octet_length("consultation_comments"."id") between 22 and 22 and octet_length("consultation_comments"."id") = length("consultation_comments"."id") and "consultation_comments"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "consultation_comments_length" CHECK(length("consultation_comments"."text") between 1 and 600 and instr("consultation_comments"."text", char(0)) = 0),
	CONSTRAINT "consultation_comments_at_range" CHECK("consultation_comments"."at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `consultation_comments_consultation` ON `consultation_comments` (`consultation_id`,`at`);--> statement-breakpoint
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`protocol_id` text NOT NULL,
	`version_hash` text NOT NULL,
	`former_hash` text,
	`draft_id` text NOT NULL,
	`state` text NOT NULL,
	`least` integer,
	`reservation_blocks` integer NOT NULL,
	`edited_by` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edited_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`territory_id`,`version_hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consultations_id_form" CHECK(octet_length("consultations"."id") between 22 and 22 and octet_length("consultations"."id") = length("consultations"."id") and "consultations"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "consultations_protocol_id_form" CHECK(octet_length("consultations"."protocol_id") between 1 and 80 and octet_length("consultations"."protocol_id") = length("consultations"."protocol_id") and "consultations"."protocol_id" not glob '*[^a-z0-9:-]*' and "consultations"."protocol_id" glob '[a-z]*'),
	CONSTRAINT "consultations_version_form" CHECK(octet_length("consultations"."version_hash") between 64 and 64 and octet_length("consultations"."version_hash") = length("consultations"."version_hash") and "consultations"."version_hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "consultations_former_form" CHECK("consultations"."former_hash" is null or (octet_length("consultations"."former_hash") between 64 and 64 and octet_length("consultations"."former_hash") = length("consultations"."former_hash") and "consultations"."former_hash" not glob '*[^0-9a-f]*')),
	CONSTRAINT "consultations_draft_form" CHECK(octet_length("consultations"."draft_id") between 22 and 22 and octet_length("consultations"."draft_id") = length("consultations"."draft_id") and "consultations"."draft_id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "consultations_state" CHECK("consultations"."state" in ('open', 'withdrawn', 'published')),
	CONSTRAINT "consultations_least_range" CHECK("consultations"."least" is null or "consultations"."least" between 1 and 500),
	CONSTRAINT "consultations_reservation_blocks" CHECK("consultations"."reservation_blocks" in (0, 1)),
	CONSTRAINT "consultations_opened_at_range" CHECK("consultations"."opened_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "consultations_ended_at_range" CHECK("consultations"."ended_at" is null or ("consultations"."ended_at" between 1262304000000 and 4102444800000)),
	CONSTRAINT "consultations_ended" CHECK(("consultations"."state" = 'open') = ("consultations"."ended_by" is null) and ("consultations"."ended_by" is null) = ("consultations"."ended_at" is null)),
	CONSTRAINT "consultations_two_people" CHECK("consultations"."state" <> 'published' or "consultations"."ended_by" <> "consultations"."edited_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `consultations_territory` ON `consultations` (`territory_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `consultations_draft` ON `consultations` (`draft_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consultations_one_open` ON `consultations` (`territory_id`,`protocol_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `draft_edits` (
	`draft_id` text NOT NULL,
	`revision` integer NOT NULL,
	`act` text NOT NULL,
	`of_revision` integer,
	`command` text NOT NULL,
	`part` text NOT NULL,
	`patch` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`draft_id`, `revision`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_edits_revision_range" CHECK("draft_edits"."revision" between 1 and 1000000),
	CONSTRAINT "draft_edits_act" CHECK("draft_edits"."act" in ('edit', 'undo', 'redo')),
	CONSTRAINT "draft_edits_of_revision" CHECK(("draft_edits"."act" = 'edit') = ("draft_edits"."of_revision" is null) and ("draft_edits"."of_revision" is null or "draft_edits"."of_revision" between 1 and 1000000)),
	CONSTRAINT "draft_edits_command" CHECK("draft_edits"."command" in ('set-protocol', 'set-promise', 'set-start', 'add-role', 'set-role', 'move-role', 'delete-role', 'add-step', 'set-step', 'move-step', 'duplicate-step', 'delete-step', 'add-outcome', 'set-outcome', 'move-outcome', 'duplicate-outcome', 'delete-outcome', 'add-group', 'set-group', 'move-group', 'duplicate-group', 'delete-group', 'add-track', 'set-track', 'move-track', 'duplicate-track', 'delete-track', 'add-interruption', 'set-interruption', 'move-interruption', 'duplicate-interruption', 'delete-interruption')),
	CONSTRAINT "draft_edits_part_form" CHECK(octet_length("draft_edits"."part") between 1 and 80 and octet_length("draft_edits"."part") = length("draft_edits"."part") and "draft_edits"."part" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "draft_edits_patch_length" CHECK(length("draft_edits"."patch") between 1 and 4000000 and instr("draft_edits"."patch", char(0)) = 0),
	CONSTRAINT "draft_edits_at_range" CHECK("draft_edits"."at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft_readers` (
	`draft_id` text NOT NULL,
	`member_id` text NOT NULL,
	`part` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `member_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_readers_part_form" CHECK(octet_length("draft_readers"."part") between 1 and 80 and octet_length("draft_readers"."part") = length("draft_readers"."part") and "draft_readers"."part" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "draft_readers_seen_at_range" CHECK("draft_readers"."seen_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`protocol_id` text NOT NULL,
	`origin` text NOT NULL,
	`model_id` text,
	`base_hash` text,
	`shared_by` text,
	`document` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "drafts_id_form" CHECK(octet_length("drafts"."id") between 22 and 22 and octet_length("drafts"."id") = length("drafts"."id") and "drafts"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "drafts_protocol_id_form" CHECK(octet_length("drafts"."protocol_id") between 1 and 80 and octet_length("drafts"."protocol_id") = length("drafts"."protocol_id") and "drafts"."protocol_id" not glob '*[^a-z0-9:-]*' and "drafts"."protocol_id" glob '[a-z]*'),
	CONSTRAINT "drafts_origin" CHECK("drafts"."origin" in ('model', 'version', 'shared', 'file', 'skeleton', 'guided')),
	CONSTRAINT "drafts_model_id_form" CHECK("drafts"."model_id" is null or (octet_length("drafts"."model_id") between 1 and 80 and octet_length("drafts"."model_id") = length("drafts"."model_id") and "drafts"."model_id" not glob '*[^a-z0-9:-]*' and "drafts"."model_id" glob '[a-z]*')),
	CONSTRAINT "drafts_base_hash_form" CHECK("drafts"."base_hash" is null or (octet_length("drafts"."base_hash") between 64 and 64 and octet_length("drafts"."base_hash") = length("drafts"."base_hash") and "drafts"."base_hash" not glob '*[^0-9a-f]*')),
	CONSTRAINT "drafts_shared_by_form" CHECK("drafts"."shared_by" is null or (octet_length("drafts"."shared_by") between 1 and 80 and octet_length("drafts"."shared_by") = length("drafts"."shared_by") and "drafts"."shared_by" not glob '*[^A-Za-z0-9_-]*')),
	CONSTRAINT "drafts_from_model" CHECK(("drafts"."origin" = 'model') = ("drafts"."model_id" is not null)),
	CONSTRAINT "drafts_from_version" CHECK(("drafts"."origin" in ('version', 'shared')) = ("drafts"."base_hash" is not null)),
	CONSTRAINT "drafts_from_shared" CHECK(("drafts"."origin" = 'shared') = ("drafts"."shared_by" is not null)),
	CONSTRAINT "drafts_document_length" CHECK(length("drafts"."document") between 1 and 2000000 and instr("drafts"."document", char(0)) = 0),
	CONSTRAINT "drafts_revision_range" CHECK("drafts"."revision" between 0 and 1000000),
	CONSTRAINT "drafts_created_at_range" CHECK("drafts"."created_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "drafts_updated_at_range" CHECK("drafts"."updated_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `drafts_territory` ON `drafts` (`territory_id`);--> statement-breakpoint
CREATE TABLE `backup_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "backup_codes_hash_form" CHECK(octet_length("backup_codes"."hash") between 43 and 43 and octet_length("backup_codes"."hash") = length("backup_codes"."hash") and "backup_codes"."hash" not glob '*[^A-Za-z0-9_-]*')
) STRICT;
--> statement-breakpoint
CREATE INDEX `backup_codes_user` ON `backup_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `challenges` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "challenges_hash_form" CHECK(octet_length("challenges"."hash") between 43 and 43 and octet_length("challenges"."hash") = length("challenges"."hash") and "challenges"."hash" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "challenges_purpose" CHECK("challenges"."purpose" in ('sign-in', 'enrol', 'confirm'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `challenges_expires_at` ON `challenges` (`expires_at`);--> statement-breakpoint
CREATE TABLE `code_secrets` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "code_secrets_last_step" CHECK("code_secrets"."last_step" between 0 and 100000000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `ended_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`ended_at` integer NOT NULL,
	CONSTRAINT "ended_sessions_token_hash_form" CHECK(octet_length("ended_sessions"."token_hash") between 43 and 43 and octet_length("ended_sessions"."token_hash") = length("ended_sessions"."token_hash") and "ended_sessions"."token_hash" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "ended_sessions_reason" CHECK("ended_sessions"."reason" in ('idle', 'absolute', 'replaced', 'ended-elsewhere', 'factors-changed', 'account-changed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `ended_sessions_ended_at` ON `ended_sessions` (`ended_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`number` integer NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`attachment` text NOT NULL,
	`transports` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "passkeys_number" CHECK("passkeys"."number" between 1 and 1000),
	CONSTRAINT "passkeys_counter" CHECK("passkeys"."counter" between 0 and 4294967295),
	CONSTRAINT "passkeys_attachment" CHECK("passkeys"."attachment" in ('platform', 'cross-platform', 'unknown')),
	CONSTRAINT "passkeys_transports" CHECK("passkeys"."transports" not glob '*[^a-z,-]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_id_unique` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_user_number` ON `passkeys` (`user_id`,`number`);--> statement-breakpoint
CREATE TABLE `glass_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoffs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "glass_openings_id_form" CHECK(octet_length("glass_openings"."id") between 22 and 22 and octet_length("glass_openings"."id") = length("glass_openings"."id") and "glass_openings"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "glass_openings_reason" CHECK("glass_openings"."reason" in ('REFERENT_ABSENT', 'RECEPTION_ABSENT', 'STRUCTURE_CLOSED')),
	CONSTRAINT "glass_openings_state" CHECK("glass_openings"."state" in ('asked', 'agreed', 'refused', 'used')),
	CONSTRAINT "glass_openings_asked_at_range" CHECK("glass_openings"."asked_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "glass_openings_decided_at_range" CHECK("glass_openings"."decided_at" is null or ("glass_openings"."decided_at" between 1262304000000 and 4102444800000)),
	CONSTRAINT "glass_openings_two_people" CHECK("glass_openings"."decided_by" is null or "glass_openings"."decided_by" <> "glass_openings"."asked_by"),
	CONSTRAINT "glass_openings_decided" CHECK(("glass_openings"."state" = 'asked') = ("glass_openings"."decided_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `glass_openings_handoff` ON `glass_openings` (`handoff_id`);--> statement-breakpoint
CREATE INDEX `glass_openings_structure` ON `glass_openings` (`structure_id`,`state`);--> statement-breakpoint
CREATE TABLE `handoffs` (
	`id` text PRIMARY KEY NOT NULL,
	`situation_pk` integer NOT NULL,
	`number` text NOT NULL,
	`words` text NOT NULL,
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
	`unmatched` text,
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sender_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referent_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handoffs_id_form" CHECK(octet_length("handoffs"."id") between 22 and 22 and octet_length("handoffs"."id") = length("handoffs"."id") and "handoffs"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "handoffs_number_form" CHECK(octet_length("handoffs"."number") between 10 and 10 and octet_length("handoffs"."number") = length("handoffs"."number") and "handoffs"."number" not glob '*[^0-9BCDFGHJKMNPQRSTVWXYZ]*'),
	CONSTRAINT "handoffs_sender_handle_form" CHECK(octet_length("handoffs"."sender_handle") between 22 and 22 and octet_length("handoffs"."sender_handle") = length("handoffs"."sender_handle") and "handoffs"."sender_handle" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "handoffs_recipient_handle_form" CHECK(octet_length("handoffs"."recipient_handle") between 22 and 22 and octet_length("handoffs"."recipient_handle") = length("handoffs"."recipient_handle") and "handoffs"."recipient_handle" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "handoffs_step_id_form" CHECK(octet_length("handoffs"."step_id") between 1 and 80 and octet_length("handoffs"."step_id") = length("handoffs"."step_id") and "handoffs"."step_id" not glob '*[^a-z0-9:-]*' and "handoffs"."step_id" glob '[a-z]*'),
	CONSTRAINT "handoffs_role_id_form" CHECK(octet_length("handoffs"."role_id") between 1 and 80 and octet_length("handoffs"."role_id") = length("handoffs"."role_id") and "handoffs"."role_id" not glob '*[^a-z0-9:-]*' and "handoffs"."role_id" glob '[a-z]*'),
	CONSTRAINT "handoffs_due_at_range" CHECK("handoffs"."due_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "handoffs_sent_at_range" CHECK("handoffs"."sent_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "handoffs_urgency" CHECK("handoffs"."urgency" in ('immediate', 'urgent', 'priority', 'standard')),
	CONSTRAINT "handoffs_state" CHECK("handoffs"."state" in ('draft', 'sent', 'received.toStudy', 'received.infoRequested', 'unanswered', 'declined', 'accepted', 'inProgress.contacted', 'inProgress.missed', 'suspended', 'cancellationRequested', 'completed', 'failed', 'refused', 'rerouted', 'cancelled', 'enteredInError', 'discarded')),
	CONSTRAINT "handoffs_delay" CHECK("handoffs"."delay" in ('onTime', 'soon', 'overdue', 'escalated')),
	CONSTRAINT "handoffs_loop_closed" CHECK("handoffs"."loop_closed" in (0, 1)),
	CONSTRAINT "handoffs_awaited" CHECK("handoffs"."awaited" in ('sender', 'recipient')),
	CONSTRAINT "handoffs_words_form" CHECK(octet_length("handoffs"."words") between 3 and 9 and octet_length("handoffs"."words") = length("handoffs"."words") and "handoffs"."words" not glob '*[^0-9-]*' and "handoffs"."words" glob '[0-9]*-[0-9]*'),
	CONSTRAINT "handoffs_unmatched" CHECK("handoffs"."unmatched" in ('NUMBER_DIFFERS', 'WORDS_DIFFER', 'NO_CALL', 'NO_IDENTITY', 'TOO_MANY_TRIES', 'SILENCE'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_number_unique` ON `handoffs` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_sender_handle_unique` ON `handoffs` (`sender_handle`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_recipient_handle_unique` ON `handoffs` (`recipient_handle`);--> statement-breakpoint
CREATE INDEX `handoffs_recipient` ON `handoffs` (`recipient_id`,`awaited`,`due_at`);--> statement-breakpoint
CREATE INDEX `handoffs_sender` ON `handoffs` (`sender_id`,`awaited`,`due_at`);--> statement-breakpoint
CREATE INDEX `handoffs_situation` ON `handoffs` (`situation_pk`);--> statement-breakpoint
CREATE INDEX `handoffs_state` ON `handoffs` (`state`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_words` ON `handoffs` (`recipient_id`,`words`);--> statement-breakpoint
CREATE TABLE `recalls` (
	`handoff_id` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoffs`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "recalls_until_range" CHECK("recalls"."until" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`structure_id` text NOT NULL,
	`label` text NOT NULL,
	`reception` integer NOT NULL,
	`manager` integer NOT NULL,
	`duty` text NOT NULL,
	`email` text,
	`inviter` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`end` text,
	`ended_at` integer,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_id_form" CHECK(octet_length("invitations"."id") between 1 and 80 and octet_length("invitations"."id") = length("invitations"."id") and "invitations"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "invitations_secret_form" CHECK(octet_length("invitations"."secret_hash") between 43 and 43 and octet_length("invitations"."secret_hash") = length("invitations"."secret_hash") and "invitations"."secret_hash" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "invitations_reception" CHECK("invitations"."reception" in (0, 1)),
	CONSTRAINT "invitations_manager" CHECK("invitations"."manager" in (0, 1)),
	CONSTRAINT "invitations_duty" CHECK("invitations"."duty" in ('professional', 'coordinator', 'animator', 'administrator', 'auditor')),
	CONSTRAINT "invitations_inviter" CHECK("invitations"."inviter" in ('manager', 'keeper', 'administrator', 'operator')),
	CONSTRAINT "invitations_invited_by" CHECK(("invitations"."invited_by" is null) = ("invitations"."inviter" = 'operator')),
	CONSTRAINT "invitations_end" CHECK("invitations"."end" in ('accepted', 'withdrawn')),
	CONSTRAINT "invitations_ended" CHECK(("invitations"."end" is null) = ("invitations"."ended_at" is null)),
	CONSTRAINT "invitations_email_forgotten" CHECK("invitations"."email" is null or "invitations"."end" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_secret_hash_unique` ON `invitations` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitations_structure` ON `invitations` (`structure_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`),
	CONSTRAINT "idempotency_keys_member_id_form" CHECK(octet_length("idempotency_keys"."member_id") between 1 and 80 and octet_length("idempotency_keys"."member_id") = length("idempotency_keys"."member_id") and "idempotency_keys"."member_id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "idempotency_keys_key_form" CHECK(octet_length("idempotency_keys"."key") between 22 and 22 and octet_length("idempotency_keys"."key") = length("idempotency_keys"."key") and "idempotency_keys"."key" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "idempotency_keys_body_hash_form" CHECK(octet_length("idempotency_keys"."body_hash") between 64 and 64 and octet_length("idempotency_keys"."body_hash") = length("idempotency_keys"."body_hash") and "idempotency_keys"."body_hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "idempotency_keys_outcome_form" CHECK("idempotency_keys"."outcome" = '' or (octet_length("idempotency_keys"."outcome") between 22 and 22 and octet_length("idempotency_keys"."outcome") = length("idempotency_keys"."outcome") and "idempotency_keys"."outcome" not glob '*[^A-Za-z0-9_-]*')),
	CONSTRAINT "idempotency_keys_at_range" CHECK("idempotency_keys"."at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `journal` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`situation_pk` integer NOT NULL,
	`position` integer NOT NULL,
	`sealed` blob NOT NULL,
	`link` blob NOT NULL,
	CONSTRAINT "journal_position_range" CHECK("journal"."position" between 1 and 1000000),
	CONSTRAINT "journal_link_form" CHECK(length("journal"."link") = 32)
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
CREATE TABLE `purged_situations` (
	`situation_pk` integer PRIMARY KEY NOT NULL,
	`week` integer NOT NULL,
	`verified` integer NOT NULL,
	CONSTRAINT "purged_situations_week" CHECK("purged_situations"."week" % 604800000 = 345600000),
	CONSTRAINT "purged_situations_verified" CHECK("purged_situations"."verified" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `timers` (
	`situation_pk` integer NOT NULL,
	`clock` text NOT NULL,
	`stage` text,
	`fire_at` integer,
	PRIMARY KEY(`situation_pk`, `clock`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timers_clock_form" CHECK(octet_length("timers"."clock") between 6 and 80 and octet_length("timers"."clock") = length("timers"."clock") and "timers"."clock" not glob '*[^A-Za-z0-9_:-]*' and ("timers"."clock" glob 'step:[a-z]*' or "timers"."clock" glob 'handoff:[A-Za-z0-9_-]*')),
	CONSTRAINT "timers_fire_at_range" CHECK("timers"."fire_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "timers_stage" CHECK("timers"."stage" in ('soon', 'unmatched', 'overdue', 'escalate'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `timers_fire_at` ON `timers` (`fire_at`);--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`number_hash` text,
	`state` text NOT NULL,
	`first_pk` integer NOT NULL,
	`first_member_id` text NOT NULL,
	`second_pk` integer,
	`second_member_id` text,
	`words` text,
	`first_confirmed` integer NOT NULL,
	`second_confirmed` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`first_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`second_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairings_id_form" CHECK(octet_length("pairings"."id") between 22 and 22 and octet_length("pairings"."id") = length("pairings"."id") and "pairings"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "pairings_number_hash_form" CHECK("pairings"."number_hash" is null or (octet_length("pairings"."number_hash") between 64 and 64 and octet_length("pairings"."number_hash") = length("pairings"."number_hash") and "pairings"."number_hash" not glob '*[^0-9a-f]*')),
	CONSTRAINT "pairings_state" CHECK("pairings"."state" in ('offered', 'taken', 'refused')),
	CONSTRAINT "pairings_words_form" CHECK("pairings"."words" is null or (octet_length("pairings"."words") between 3 and 9 and octet_length("pairings"."words") = length("pairings"."words") and "pairings"."words" not glob '*[^0-9-]*' and "pairings"."words" glob '[0-9]*-[0-9]*')),
	CONSTRAINT "pairings_first_confirmed" CHECK("pairings"."first_confirmed" in (0, 1)),
	CONSTRAINT "pairings_second_confirmed" CHECK("pairings"."second_confirmed" in (0, 1)),
	CONSTRAINT "pairings_expires_at_range" CHECK("pairings"."expires_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "pairings_two" CHECK(("pairings"."second_pk" is null) = ("pairings"."second_member_id" is null)),
	CONSTRAINT "pairings_others" CHECK("pairings"."second_pk" is null or "pairings"."second_pk" <> "pairings"."first_pk")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_number_hash_unique` ON `pairings` (`number_hash`);--> statement-breakpoint
CREATE INDEX `pairings_first` ON `pairings` (`first_pk`,`first_member_id`);--> statement-breakpoint
CREATE INDEX `pairings_second` ON `pairings` (`second_pk`,`second_member_id`);--> statement-breakpoint
CREATE INDEX `pairings_expires` ON `pairings` (`expires_at`);--> statement-breakpoint
CREATE TABLE `draft_scenarios` (
	`draft_id` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`title_fr` text NOT NULL,
	`title_en` text,
	`shows_fr` text NOT NULL,
	`shows_en` text,
	`story` text NOT NULL,
	`ends_closed` integer NOT NULL,
	`ends_open` text NOT NULL,
	PRIMARY KEY(`draft_id`, `name`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "draft_scenarios_name_form" CHECK(octet_length("draft_scenarios"."name") between 1 and 80 and octet_length("draft_scenarios"."name") = length("draft_scenarios"."name") and "draft_scenarios"."name" not glob '*[^a-z0-9:-]*' and "draft_scenarios"."name" glob '[a-z]*'),
	CONSTRAINT "draft_scenarios_position_range" CHECK("draft_scenarios"."position" between 1 and 200),
	CONSTRAINT "draft_scenarios_title_fr_length" CHECK(length("draft_scenarios"."title_fr") between 1 and 120 and instr("draft_scenarios"."title_fr", char(0)) = 0),
	CONSTRAINT "draft_scenarios_title_en_length" CHECK("draft_scenarios"."title_en" is null or (length("draft_scenarios"."title_en") between 1 and 120 and instr("draft_scenarios"."title_en", char(0)) = 0)),
	CONSTRAINT "draft_scenarios_shows_fr_length" CHECK(length("draft_scenarios"."shows_fr") between 1 and 400 and instr("draft_scenarios"."shows_fr", char(0)) = 0),
	CONSTRAINT "draft_scenarios_shows_en_length" CHECK("draft_scenarios"."shows_en" is null or (length("draft_scenarios"."shows_en") between 1 and 400 and instr("draft_scenarios"."shows_en", char(0)) = 0)),
	CONSTRAINT "draft_scenarios_story_form" CHECK(json_valid("draft_scenarios"."story") and "draft_scenarios"."story" not glob '*[^][a-zA-Z0-9_":,{}-]*' and length("draft_scenarios"."story") between 1 and 60000 and instr("draft_scenarios"."story", char(0)) = 0),
	CONSTRAINT "draft_scenarios_ends_closed" CHECK("draft_scenarios"."ends_closed" in (0, 1)),
	CONSTRAINT "draft_scenarios_ends_open_form" CHECK(json_valid("draft_scenarios"."ends_open") and "draft_scenarios"."ends_open" not glob '*[^][a-zA-Z0-9_":,{}-]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE `plays` (
	`id` text PRIMARY KEY NOT NULL,
	`territory_id` text NOT NULL,
	`member_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`version_hash` text,
	`story` text NOT NULL,
	`started_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`territory_id`,`version_hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "plays_id_form" CHECK(octet_length("plays"."id") between 22 and 22 and octet_length("plays"."id") = length("plays"."id") and "plays"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "plays_version_hash_form" CHECK("plays"."version_hash" is null or (octet_length("plays"."version_hash") between 64 and 64 and octet_length("plays"."version_hash") = length("plays"."version_hash") and "plays"."version_hash" not glob '*[^0-9a-f]*')),
	CONSTRAINT "plays_story_form" CHECK(json_valid("plays"."story") and "plays"."story" not glob '*[^][a-zA-Z0-9_":,{}-]*' and length("plays"."story") between 1 and 60000 and instr("plays"."story", char(0)) = 0),
	CONSTRAINT "plays_started_at_range" CHECK("plays"."started_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "plays_touched_at_range" CHECK("plays"."touched_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `plays_draft` ON `plays` (`draft_id`);--> statement-breakpoint
CREATE TABLE `version_scenarios` (
	`territory_id` text NOT NULL,
	`version_hash` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`title_fr` text NOT NULL,
	`title_en` text,
	`shows_fr` text NOT NULL,
	`shows_en` text,
	`story` text NOT NULL,
	`ends_closed` integer NOT NULL,
	`ends_open` text NOT NULL,
	PRIMARY KEY(`territory_id`, `version_hash`, `name`),
	FOREIGN KEY (`territory_id`,`version_hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "version_scenarios_version_hash_form" CHECK(octet_length("version_scenarios"."version_hash") between 64 and 64 and octet_length("version_scenarios"."version_hash") = length("version_scenarios"."version_hash") and "version_scenarios"."version_hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "version_scenarios_name_form" CHECK(octet_length("version_scenarios"."name") between 1 and 80 and octet_length("version_scenarios"."name") = length("version_scenarios"."name") and "version_scenarios"."name" not glob '*[^a-z0-9:-]*' and "version_scenarios"."name" glob '[a-z]*'),
	CONSTRAINT "version_scenarios_position_range" CHECK("version_scenarios"."position" between 1 and 200),
	CONSTRAINT "version_scenarios_title_fr_length" CHECK(length("version_scenarios"."title_fr") between 1 and 120 and instr("version_scenarios"."title_fr", char(0)) = 0),
	CONSTRAINT "version_scenarios_title_en_length" CHECK("version_scenarios"."title_en" is null or (length("version_scenarios"."title_en") between 1 and 120 and instr("version_scenarios"."title_en", char(0)) = 0)),
	CONSTRAINT "version_scenarios_shows_fr_length" CHECK(length("version_scenarios"."shows_fr") between 1 and 400 and instr("version_scenarios"."shows_fr", char(0)) = 0),
	CONSTRAINT "version_scenarios_shows_en_length" CHECK("version_scenarios"."shows_en" is null or (length("version_scenarios"."shows_en") between 1 and 400 and instr("version_scenarios"."shows_en", char(0)) = 0)),
	CONSTRAINT "version_scenarios_story_form" CHECK(json_valid("version_scenarios"."story") and "version_scenarios"."story" not glob '*[^][a-zA-Z0-9_":,{}-]*' and length("version_scenarios"."story") between 1 and 60000 and instr("version_scenarios"."story", char(0)) = 0),
	CONSTRAINT "version_scenarios_ends_closed" CHECK("version_scenarios"."ends_closed" in (0, 1)),
	CONSTRAINT "version_scenarios_ends_open_form" CHECK(json_valid("version_scenarios"."ends_open") and "version_scenarios"."ends_open" not glob '*[^][a-zA-Z0-9_":,{}-]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE `protocol_versions` (
	`territory_id` text NOT NULL,
	`hash` text NOT NULL,
	`protocol_id` text NOT NULL,
	`status` text NOT NULL,
	`document` text NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`territory_id`, `hash`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "protocol_versions_hash_form" CHECK(octet_length("protocol_versions"."hash") between 64 and 64 and octet_length("protocol_versions"."hash") = length("protocol_versions"."hash") and "protocol_versions"."hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "protocol_versions_protocol_id_form" CHECK(octet_length("protocol_versions"."protocol_id") between 1 and 80 and octet_length("protocol_versions"."protocol_id") = length("protocol_versions"."protocol_id") and "protocol_versions"."protocol_id" not glob '*[^a-z0-9:-]*' and "protocol_versions"."protocol_id" glob '[a-z]*'),
	CONSTRAINT "protocol_versions_status" CHECK("protocol_versions"."status" in ('draft', 'consultation', 'published', 'retired'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `protocol_versions_protocol` ON `protocol_versions` (`territory_id`,`protocol_id`);--> statement-breakpoint
CREATE TABLE `presentation_proposals` (
	`structure_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "presentation_proposals_length" CHECK(length("presentation_proposals"."text") between 1 and 600 and instr("presentation_proposals"."text", char(0)) = 0),
	CONSTRAINT "presentation_proposals_at" CHECK("presentation_proposals"."proposed_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_acceptances` (
	`territory_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`territory_id`, `text_hash`, `member_id`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_acceptances_hash" CHECK(octet_length("text_acceptances"."text_hash") between 64 and 64 and octet_length("text_acceptances"."text_hash") = length("text_acceptances"."text_hash") and "text_acceptances"."text_hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "text_acceptances_kind" CHECK("text_acceptances"."kind" in ('protocol', 'structure')),
	CONSTRAINT "text_acceptances_at" CHECK("text_acceptances"."at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `text_findings` (
	`territory_id` text NOT NULL,
	`about` text NOT NULL,
	`subject_id` text NOT NULL,
	`place` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`found_at` integer NOT NULL,
	PRIMARY KEY(`territory_id`, `about`, `subject_id`, `place`, `language`, `kind`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "text_findings_about" CHECK("text_findings"."about" in ('protocol', 'structure')),
	CONSTRAINT "text_findings_subject" CHECK(octet_length("text_findings"."subject_id") between 1 and 80 and octet_length("text_findings"."subject_id") = length("text_findings"."subject_id") and "text_findings"."subject_id" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "text_findings_place" CHECK(octet_length("text_findings"."place") between 1 and 300 and octet_length("text_findings"."place") = length("text_findings"."place") and "text_findings"."place" not glob '*[^A-Za-z0-9_:/-]*'),
	CONSTRAINT "text_findings_language" CHECK("text_findings"."language" in ('fr', 'en')),
	CONSTRAINT "text_findings_kind" CHECK("text_findings"."kind" in ('telephone', 'email', 'nir', 'birth-date', 'handle', 'address', 'plate', 'bank-account', 'file-number', 'name')),
	CONSTRAINT "text_findings_at" CHECK("text_findings"."found_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `text_findings_territory` ON `text_findings` (`territory_id`);--> statement-breakpoint
CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`agreed_by` text,
	`agreed_at` integer,
	`secret_hash` text,
	`expires_at` integer NOT NULL,
	`end` text,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recoveries_id_form" CHECK(octet_length("recoveries"."id") between 22 and 22 and octet_length("recoveries"."id") = length("recoveries"."id") and "recoveries"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "recoveries_kind" CHECK("recoveries"."kind" in ('password', 'factors')),
	CONSTRAINT "recoveries_reason" CHECK("recoveries"."reason" in ('forgotten', 'lost', 'stolen', 'broken', 'replaced')),
	CONSTRAINT "recoveries_asked_at_form" CHECK("recoveries"."asked_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "recoveries_agreed_at_form" CHECK("recoveries"."agreed_at" is null or "recoveries"."agreed_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "recoveries_agreed" CHECK(("recoveries"."agreed_by" is null) = ("recoveries"."agreed_at" is null)),
	CONSTRAINT "recoveries_secret_form" CHECK("recoveries"."secret_hash" is null or (octet_length("recoveries"."secret_hash") between 43 and 43 and octet_length("recoveries"."secret_hash") = length("recoveries"."secret_hash") and "recoveries"."secret_hash" not glob '*[^A-Za-z0-9_-]*')),
	CONSTRAINT "recoveries_two_people" CHECK("recoveries"."kind" = 'password' or "recoveries"."secret_hash" is null or "recoveries"."agreed_by" is not null),
	CONSTRAINT "recoveries_not_alone" CHECK("recoveries"."agreed_by" is null or "recoveries"."agreed_by" <> "recoveries"."asked_by"),
	CONSTRAINT "recoveries_expires_at_form" CHECK("recoveries"."expires_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "recoveries_end" CHECK("recoveries"."end" is null or "recoveries"."end" in ('used', 'withdrawn')),
	CONSTRAINT "recoveries_ended" CHECK(("recoveries"."end" is null) = ("recoveries"."ended_at" is null)),
	CONSTRAINT "recoveries_ended_at_form" CHECK("recoveries"."ended_at" is null or "recoveries"."ended_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_secret_hash_unique` ON `recoveries` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `recoveries_user` ON `recoveries` (`user_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `lived_days` (
	`day` integer PRIMARY KEY NOT NULL,
	`done` integer NOT NULL,
	CONSTRAINT "lived_days_done" CHECK("lived_days"."done" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `retention_policies` (
	`territory_id` text PRIMARY KEY NOT NULL,
	`reminder_days` integer NOT NULL,
	`proposal_days` integer NOT NULL,
	`closure_days` integer NOT NULL,
	`purge_days` integer NOT NULL,
	`longer_reason` text,
	`since` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_policies_reminder" CHECK("retention_policies"."reminder_days" between 14 and 60),
	CONSTRAINT "retention_policies_proposal" CHECK("retention_policies"."proposal_days" between 28 and 90),
	CONSTRAINT "retention_policies_closure" CHECK("retention_policies"."closure_days" between 56 and 180),
	CONSTRAINT "retention_policies_purge" CHECK("retention_policies"."purge_days" between 30 and 730),
	CONSTRAINT "retention_policies_order" CHECK("retention_policies"."proposal_days" - "retention_policies"."reminder_days" >= 14 and "retention_policies"."closure_days" - "retention_policies"."proposal_days" >= 14),
	CONSTRAINT "retention_policies_longer_reason" CHECK("retention_policies"."longer_reason" in ('LATE_RETURNS', 'REOPENINGS', 'PROCEEDINGS')),
	CONSTRAINT "retention_policies_longer" CHECK(("retention_policies"."purge_days" > 90) = ("retention_policies"."longer_reason" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `yearly_counts` (
	`territory_id` text NOT NULL,
	`year` integer NOT NULL,
	`dimension` text NOT NULL,
	`code` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`territory_id`, `year`, `dimension`, `code`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "yearly_counts_dimension" CHECK("yearly_counts"."dimension" in ('closure_reason', 'length', 'handoffs', 'runaways', 'age_band', 'source_type')),
	CONSTRAINT "yearly_counts_code" CHECK(("yearly_counts"."dimension" in ('closure_reason') and "yearly_counts"."code" in ('SAFE_LASTING', 'ORDINARY_RELAY', 'COURT_MEASURE_RELAY', 'TERRITORY_TRANSFER', 'MAJORITY_RELAY', 'MAJORITY_NO_RELAY', 'NOT_CONFIRMED', 'CONTACT_LOST', 'NOT_NOW_LASTING', 'DUPLICATE', 'ERROR', 'OFF_APP', 'NO_ACTIVITY')) or ("yearly_counts"."dimension" in ('length') and "yearly_counts"."code" in ('LT1M', 'M1_3', 'M3_6', 'M6_12', 'GT12M')) or ("yearly_counts"."dimension" in ('handoffs') and "yearly_counts"."code" in ('N0', 'N1', 'N2_3', 'N4')) or ("yearly_counts"."dimension" in ('runaways') and "yearly_counts"."code" in ('N0', 'N1', 'N2_3', 'N4')) or ("yearly_counts"."dimension" in ('age_band') and "yearly_counts"."code" in ('U15', 'A15_17', 'A18_20', 'UNK')) or ("yearly_counts"."dimension" in ('source_type') and "yearly_counts"."code" in ('SCHOOL', 'CARE_HOME', 'OUTREACH', 'HEALTH', 'POLICE_JUSTICE', 'SPECIALIST', 'FAMILY_PEER', 'MINOR', 'HELPLINE', 'OTHER', 'UNK'))),
	CONSTRAINT "yearly_counts_code_list" CHECK("yearly_counts"."code" in ('SAFE_LASTING', 'ORDINARY_RELAY', 'COURT_MEASURE_RELAY', 'TERRITORY_TRANSFER', 'MAJORITY_RELAY', 'MAJORITY_NO_RELAY', 'NOT_CONFIRMED', 'CONTACT_LOST', 'NOT_NOW_LASTING', 'DUPLICATE', 'ERROR', 'OFF_APP', 'NO_ACTIVITY', 'LT1M', 'M1_3', 'M3_6', 'M6_12', 'GT12M', 'N0', 'N1', 'N2_3', 'N4', 'U15', 'A15_17', 'A18_20', 'UNK', 'SCHOOL', 'CARE_HOME', 'OUTREACH', 'HEALTH', 'POLICE_JUSTICE', 'SPECIALIST', 'FAMILY_PEER', 'MINOR', 'HELPLINE', 'OTHER')),
	CONSTRAINT "yearly_counts_count" CHECK("yearly_counts"."count" between 1 and 100000000),
	CONSTRAINT "yearly_counts_year" CHECK("yearly_counts"."year" between 2000 and 2999)
) STRICT;
--> statement-breakpoint
CREATE TABLE `member_reviews` (
	`structure_id` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	`reviewed_by` text NOT NULL,
	PRIMARY KEY(`structure_id`, `reviewed_at`),
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `shared_protocols` (
	`territory_id` text NOT NULL,
	`hash` text NOT NULL,
	`shared_at` integer NOT NULL,
	`shared_by` text NOT NULL,
	PRIMARY KEY(`territory_id`, `hash`),
	FOREIGN KEY (`shared_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`territory_id`,`hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shared_protocols_hash_form" CHECK(octet_length("shared_protocols"."hash") between 64 and 64 and octet_length("shared_protocols"."hash") = length("shared_protocols"."hash") and "shared_protocols"."hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "shared_protocols_shared_at" CHECK("shared_protocols"."shared_at" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `signature_rules` (
	`territory_id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`least` integer,
	`reservation_blocks` integer NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signature_rules_scope" CHECK("signature_rules"."scope" in ('everyone', 'chosen')),
	CONSTRAINT "signature_rules_least_range" CHECK("signature_rules"."least" is null or "signature_rules"."least" between 1 and 500),
	CONSTRAINT "signature_rules_reservation_blocks" CHECK("signature_rules"."reservation_blocks" in (0, 1)),
	CONSTRAINT "signature_rules_since_range" CHECK("signature_rules"."since" between 1262304000000 and 4102444800000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `signing_roles` (
	`territory_id` text NOT NULL,
	`role_id` text NOT NULL,
	PRIMARY KEY(`territory_id`, `role_id`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signing_roles_role_form" CHECK(octet_length("signing_roles"."role_id") between 1 and 80 and octet_length("signing_roles"."role_id") = length("signing_roles"."role_id") and "signing_roles"."role_id" not glob '*[^a-z0-9:-]*' and "signing_roles"."role_id" glob '[a-z]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE `signing_structures` (
	`territory_id` text NOT NULL,
	`structure_id` text NOT NULL,
	PRIMARY KEY(`territory_id`, `structure_id`),
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `holders` (
	`situation_pk` integer NOT NULL,
	`part` text NOT NULL,
	`structure_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`situation_pk`, `part`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holders_part_form" CHECK(octet_length("holders"."part") between 1 and 80 and octet_length("holders"."part") = length("holders"."part") and "holders"."part" not glob '*[^a-z0-9:-]*' and "holders"."part" glob '[a-z]*'),
	CONSTRAINT "holders_since_range" CHECK("holders"."since" between 1262304000000 and 4102444800000)
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
	CONSTRAINT "open_steps_step_id_form" CHECK(octet_length("open_steps"."step_id") between 1 and 80 and octet_length("open_steps"."step_id") = length("open_steps"."step_id") and "open_steps"."step_id" not glob '*[^a-z0-9:-]*' and "open_steps"."step_id" glob '[a-z]*'),
	CONSTRAINT "open_steps_part_form" CHECK(octet_length("open_steps"."part") between 1 and 80 and octet_length("open_steps"."part") = length("open_steps"."part") and "open_steps"."part" not glob '*[^a-z0-9:-]*' and "open_steps"."part" glob '[a-z]*'),
	CONSTRAINT "open_steps_role_id_form" CHECK(octet_length("open_steps"."role_id") between 1 and 80 and octet_length("open_steps"."role_id") = length("open_steps"."role_id") and "open_steps"."role_id" not glob '*[^a-z0-9:-]*' and "open_steps"."role_id" glob '[a-z]*'),
	CONSTRAINT "open_steps_entered_at_range" CHECK("open_steps"."entered_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "open_steps_due_at_range" CHECK("open_steps"."due_at" between 1262304000000 and 4102444800000),
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
	`beside` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`situation_pk`, `structure_id`),
	FOREIGN KEY (`situation_pk`) REFERENCES `situations`(`pk`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "participations_takes_part" CHECK("participations"."takes_part" in (0, 1)),
	CONSTRAINT "participations_beside" CHECK("participations"."beside" in (0, 1)),
	CONSTRAINT "participations_handle_form" CHECK(octet_length("participations"."handle") between 22 and 22 and octet_length("participations"."handle") = length("participations"."handle") and "participations"."handle" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "participations_code_form" CHECK(octet_length("participations"."code") between 10 and 10 and octet_length("participations"."code") = length("participations"."code") and "participations"."code" not glob '*[^0-9BCDFGHJKMNPQRSTVWXYZ]*'),
	CONSTRAINT "participations_alias_form" CHECK(octet_length("participations"."alias") between 3 and 9 and octet_length("participations"."alias") = length("participations"."alias") and "participations"."alias" not glob '*[^0-9-]*' and "participations"."alias" glob '[0-9]*-[0-9]*')
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
	`active_at` integer NOT NULL,
	`inactivity` text,
	`closed_at` integer,
	`closed_by` text,
	`merged_week` integer,
	`counted` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`territory_id`,`version_hash`) REFERENCES `protocol_versions`(`territory_id`,`hash`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "situations_position_range" CHECK("situations"."position" between 0 and 1000000),
	CONSTRAINT "situations_latest_act_range" CHECK("situations"."latest_act" between 0 and 1000000),
	CONSTRAINT "situations_opened_at_range" CHECK("situations"."opened_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "situations_changed_at_range" CHECK("situations"."changed_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "situations_active_at_range" CHECK("situations"."active_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "situations_closed_at_range" CHECK("situations"."closed_at" between 1262304000000 and 4102444800000),
	CONSTRAINT "situations_status" CHECK("situations"."status" in ('open', 'closed')),
	CONSTRAINT "situations_phase" CHECK("situations"."phase" in ('identification', 'orientation', 'accompaniment')),
	CONSTRAINT "situations_merged_week" CHECK("situations"."merged_week" % 604800000 = 345600000),
	CONSTRAINT "situations_inactivity" CHECK("situations"."inactivity" in ('reminder', 'proposal', 'arbitration')),
	CONSTRAINT "situations_closed_by" CHECK("situations"."closed_by" in ('people', 'system')),
	CONSTRAINT "situations_counted" CHECK("situations"."counted" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `situations_territory` ON `situations` (`territory_id`,`status`);--> statement-breakpoint
CREATE INDEX `situations_active` ON `situations` (`status`,`active_at`);--> statement-breakpoint
CREATE INDEX `situations_closed` ON `situations` (`status`,`closed_at`);--> statement-breakpoint
CREATE INDEX `situations_merged` ON `situations` (`territory_id`,`merged_week`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`structure_id` text NOT NULL,
	`label` text NOT NULL,
	`reception` integer DEFAULT false NOT NULL,
	`manager` integer DEFAULT false NOT NULL,
	`duty` text DEFAULT 'professional' NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`suspended` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_id_form" CHECK(octet_length("members"."id") between 1 and 80 and octet_length("members"."id") = length("members"."id") and "members"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "members_reception" CHECK("members"."reception" in (0, 1)),
	CONSTRAINT "members_manager" CHECK("members"."manager" in (0, 1)),
	CONSTRAINT "members_duty" CHECK("members"."duty" in ('professional', 'coordinator', 'animator', 'administrator', 'auditor')),
	CONSTRAINT "members_active" CHECK("members"."active" in (0, 1)),
	CONSTRAINT "members_suspended" CHECK("members"."suspended" in ('disabled', 'dormant', 'deleted')),
	CONSTRAINT "members_suspended_or_active" CHECK(("members"."suspended" is null) = "members"."active")
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
	FOREIGN KEY (`structure_id`) REFERENCES `structures`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structure_roles_role_id_form" CHECK(octet_length("structure_roles"."role_id") between 1 and 80 and octet_length("structure_roles"."role_id") = length("structure_roles"."role_id") and "structure_roles"."role_id" not glob '*[^a-z0-9:-]*' and "structure_roles"."role_id" glob '[a-z]*')
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
	`presentation` text,
	`sensitive` integer DEFAULT false NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`territory_id`) REFERENCES `territories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "structures_id_form" CHECK(octet_length("structures"."id") between 1 and 80 and octet_length("structures"."id") = length("structures"."id") and "structures"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "structures_kind" CHECK("structures"."kind" in ('school', 'outreach', 'crip', 'ase', 'care-home', 'health', 'specialist', 'justice', 'coordination', 'insertion', 'family-support', 'other')),
	CONSTRAINT "structures_presentation" CHECK("structures"."presentation" is null or (length("structures"."presentation") between 1 and 600 and instr("structures"."presentation", char(0)) = 0)),
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
	`slip_qr` integer DEFAULT false NOT NULL,
	CONSTRAINT "territories_id_form" CHECK(octet_length("territories"."id") between 1 and 80 and octet_length("territories"."id") = length("territories"."id") and "territories"."id" not glob '*[^A-Za-z0-9_-]*'),
	CONSTRAINT "territories_holiday_region" CHECK("territories"."holiday_region" in ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte', 'saint-barthelemy', 'saint-martin', 'saint-pierre-et-miquelon', 'nouvelle-caledonie', 'polynesie-francaise', 'wallis-et-futuna')),
	CONSTRAINT "territories_office_minutes" CHECK(0 <= "territories"."office_start_minute" and "territories"."office_start_minute" < "territories"."office_end_minute" and "territories"."office_end_minute" <= 1440),
	CONSTRAINT "territories_work_days" CHECK(length("territories"."work_days") between 1 and 7 and "territories"."work_days" not glob '*[^1-7]*'),
	CONSTRAINT "territories_demonstration" CHECK("territories"."demonstration" in (0, 1)),
	CONSTRAINT "territories_slip_qr" CHECK("territories"."slip_qr" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END;
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
CREATE TRIGGER checkpoints_refuses_update BEFORE UPDATE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'Checkpoints are append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER checkpoints_refuses_delete BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'Checkpoints are append-only.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_update BEFORE UPDATE OF document, hash ON protocol_versions
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
--> statement-breakpoint
CREATE TRIGGER published_version_refuses_delete BEFORE DELETE ON protocol_versions
WHEN OLD.status <> 'draft'
BEGIN SELECT RAISE(ABORT, 'A published version is immutable.'); END;
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
CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit
WHEN OLD.sequence > coalesce((SELECT sequence FROM audit_anchor), 0)
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
CREATE TRIGGER audit_anchor_refuses_delete BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'The trail is append-only.'); END;
