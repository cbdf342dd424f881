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
CREATE TRIGGER published_version_refuses_update BEFORE UPDATE OF document, hash, model_id, base_hash, shared_by ON protocol_versions
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
