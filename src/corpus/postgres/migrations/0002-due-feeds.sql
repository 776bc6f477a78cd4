-- Which feeds are to be asked, without reading their entries.
CREATE INDEX feeds_due ON feeds (((feed #>> '{health,dueAt}') COLLATE "C"));
