-- What rows are chosen by, beside the JSON that says it too: of one `json` text that holds a zero or half a surrogate
-- pair, Postgres reads no part. Null where it is not known, which is so of all that the version before this writes.
ALTER TABLE feeds ADD COLUMN due_at text COLLATE "C";
ALTER TABLE deliveries ADD COLUMN state text COLLATE "C";
ALTER TABLE revisions ADD COLUMN ingested_at text COLLATE "C";
CREATE INDEX feeds_due ON feeds (due_at);

-- The version before this changes the JSON alone.
CREATE FUNCTION forget_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.due_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER feeds_forgotten BEFORE UPDATE ON feeds FOR EACH ROW
  WHEN (NEW.due_at = OLD.due_at AND NEW.feed::text <> OLD.feed::text) EXECUTE FUNCTION forget_due();

CREATE FUNCTION forget_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.state := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER deliveries_forgotten BEFORE UPDATE ON deliveries FOR EACH ROW
  WHEN (NEW.state = OLD.state AND NEW.delivery::text <> OLD.delivery::text)
  EXECUTE FUNCTION forget_state();
