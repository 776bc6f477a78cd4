-- How often the deliveries of each channel have changed, so that nobody reads them to learn that nothing has. Told by
-- the table itself: a version that does not know of this writes there too.
CREATE TABLE ledgers (
  channel text COLLATE "C" PRIMARY KEY,
  changes bigint NOT NULL
);

CREATE FUNCTION note_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledgers (channel, changes) VALUES (NEW.channel, 1)
    ON CONFLICT (channel) DO UPDATE SET changes = ledgers.changes + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER deliveries_noted AFTER INSERT OR UPDATE ON deliveries
  FOR EACH ROW EXECUTE FUNCTION note_ledger();
INSERT INTO ledgers (channel, changes) SELECT channel, count(*) FROM deliveries GROUP BY channel;
