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
