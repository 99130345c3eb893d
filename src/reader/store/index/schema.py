"""The tables of the index. Whatever changes here or in what is put in: raise VERSION."""

VERSION = 6

TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    rowid INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, media_type TEXT NOT NULL,
    imported TEXT NOT NULL, path TEXT, url TEXT, charset TEXT NOT NULL
);

-- Source texts, compressed: the articles of one source share one.
CREATE TABLE texts (rowid INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL);

-- One line of the list each; what is large stands in tables of its own.
CREATE TABLE articles (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL, text INTEGER NOT NULL, part INTEGER NOT NULL,
    title TEXT NOT NULL, authors TEXT NOT NULL, site TEXT, published TEXT, language TEXT,
    url TEXT, address TEXT,                      -- what addresses of one page have in common
    related TEXT NOT NULL, words INTEGER NOT NULL,
    at INTEGER NOT NULL, day TEXT NOT NULL,      -- published or, without that, imported
    imported INTEGER NOT NULL,                   -- microseconds since 1970
    title_key TEXT NOT NULL, site_key TEXT NOT NULL,            -- to sort by
    site_words TEXT NOT NULL, author_words TEXT NOT NULL,       -- to look in
    recogniser TEXT,                             -- version, NULL while not recognised
    -- The reader's state, mirrored from notes.json.
    hidden INTEGER NOT NULL DEFAULT 0,           -- in the bin, or an older version
    bin INTEGER NOT NULL DEFAULT 0, newer TEXT,
    status TEXT NOT NULL DEFAULT 'unread', starred INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    follow_on TEXT, follow_why TEXT,             -- the first there is, its own or of a passage
    annotations INTEGER NOT NULL DEFAULT 0, notes INTEGER NOT NULL DEFAULT 0,
    highlights INTEGER NOT NULL DEFAULT 0
);

-- How many articles there are of each kind, so that nobody has to count them.
CREATE TABLE tallies (
    hidden INTEGER NOT NULL, status TEXT NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (hidden, status)
) WITHOUT ROWID;

CREATE TABLE blocks (article INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE recognised (article INTEGER PRIMARY KEY, body BLOB NOT NULL);

CREATE TABLE tags (
    key TEXT NOT NULL, article INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX tags_article ON tags (article);

-- Every name an entity goes by in an article.
CREATE TABLE names (rowid INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE named (
    name INTEGER NOT NULL, article INTEGER NOT NULL, entity INTEGER NOT NULL,
    PRIMARY KEY (name, article, entity)
) WITHOUT ROWID;
CREATE INDEX named_article ON named (article);

-- An entity across the library: of one type, and called so in at least one article. Where its name
-- is one of exactly one entity with a longer name, `fuller` is that one. `articles` and `mentions`
-- are those of articles that are not hidden.
CREATE TABLE entities (
    rowid INTEGER PRIMARY KEY, type TEXT NOT NULL, key INTEGER NOT NULL, name TEXT NOT NULL,
    fuller INTEGER, articles INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
    UNIQUE (key, type)
);
CREATE INDEX entities_fuller ON entities (fuller) WHERE fuller IS NOT NULL;
CREATE TABLE mentioned (
    entity INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX mentioned_article ON mentioned (article, entity, mentions);

-- The different pairs of `named`, in how many articles each.
CREATE TABLE forms (
    name INTEGER NOT NULL, type TEXT NOT NULL, entity INTEGER NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (name, type, entity)
) WITHOUT ROWID;
CREATE VIEW fuller AS  -- of each entity, the only longer one that goes by its name
    SELECT short.rowid AS entity, short.key AS name, (
        SELECT CASE count(*) WHEN 1 THEN max(entity) END FROM (
            SELECT forms.entity FROM forms JOIN entities AS long ON long.rowid = forms.entity
            WHERE forms.name = short.key AND forms.type = short.type
            AND length(long.name) > length(short.name) LIMIT 2
        )
    ) AS is_now FROM entities AS short;

CREATE TABLE figures (
    article INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, unit TEXT,
    low REAL, high REAL, day TEXT, last TEXT,    -- numbers, or ISO 8601 days
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

-- Contentless, by the rowids of the articles: what an article had is told it to be taken out.
CREATE VIRTUAL TABLE fulltext USING fts5 (
    title, text, content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
-- The reader's words on an article: tags, notes.
CREATE VIRTUAL TABLE own USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
"""

FINISH = """
CREATE INDEX IF NOT EXISTS sources_path ON sources (path) WHERE path IS NOT NULL;
CREATE INDEX IF NOT EXISTS sources_url ON sources (url) WHERE url IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_newest ON articles (hidden, at DESC, id);
CREATE INDEX IF NOT EXISTS articles_title ON articles (hidden, title_key, id);
CREATE INDEX IF NOT EXISTS articles_site ON articles (hidden, site_key, at DESC, id);
CREATE INDEX IF NOT EXISTS articles_imported ON articles (hidden, imported DESC, id);
CREATE INDEX IF NOT EXISTS articles_state ON articles (hidden, status, follow_on);
CREATE INDEX IF NOT EXISTS articles_day ON articles (hidden, day);
CREATE INDEX IF NOT EXISTS articles_bin ON articles (at DESC, id) WHERE bin;
CREATE INDEX IF NOT EXISTS articles_newer ON articles (newer) WHERE newer IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_address ON articles (address) WHERE address IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_source ON articles (source, part);
CREATE INDEX IF NOT EXISTS articles_text ON articles (text);
CREATE INDEX IF NOT EXISTS articles_due ON articles (follow_on) WHERE follow_on IS NOT NULL;
CREATE INDEX IF NOT EXISTS articles_recogniser ON articles (recogniser);
CREATE INDEX IF NOT EXISTS figures_numbers ON figures (article, number, kind) WHERE kind != 'date';
CREATE INDEX IF NOT EXISTS figures_day ON figures (day, last, article, number)
    WHERE day IS NOT NULL;
CREATE INDEX IF NOT EXISTS figures_low ON figures (low, unit, article, number);
CREATE INDEX IF NOT EXISTS figures_high ON figures (high, unit, article, number);
CREATE INDEX IF NOT EXISTS figures_unit ON figures (unit);

DELETE FROM tallies;
INSERT INTO tallies SELECT hidden, status, count(*) FROM articles GROUP BY hidden, status;
DELETE FROM forms;
INSERT INTO forms SELECT named.name, type, entity, count(*) FROM named
    JOIN entities ON entities.rowid = entity GROUP BY named.name, type, entity;
UPDATE entities SET fuller = (SELECT is_now FROM fuller WHERE entity = entities.rowid);
UPDATE entities SET articles = 0, mentions = 0;
UPDATE entities SET (articles, mentions) = (found.articles, found.mentions) FROM (
    SELECT entity, count(*) AS articles, sum(mentioned.mentions) AS mentions
    FROM mentioned JOIN articles ON articles.rowid = article WHERE hidden = 0 GROUP BY entity
) AS found WHERE entities.rowid = found.entity;

CREATE TRIGGER IF NOT EXISTS articles_more AFTER INSERT ON articles BEGIN
    INSERT INTO tallies VALUES (new.hidden, new.status, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER IF NOT EXISTS articles_other AFTER UPDATE OF hidden, status ON articles
WHEN old.hidden != new.hidden OR old.status != new.status BEGIN
    UPDATE tallies SET articles = articles - 1 WHERE hidden = old.hidden AND status = old.status;
    INSERT INTO tallies VALUES (new.hidden, new.status, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER IF NOT EXISTS mentioned_more AFTER INSERT ON mentioned BEGIN
    UPDATE entities SET articles = articles + 1, mentions = mentions + new.mentions
    WHERE rowid = new.entity AND (SELECT hidden FROM articles WHERE rowid = new.article) = 0;
END;
CREATE TRIGGER IF NOT EXISTS mentioned_less AFTER DELETE ON mentioned BEGIN
    UPDATE entities SET articles = articles - 1, mentions = mentions - old.mentions
    WHERE rowid = old.entity AND (SELECT hidden FROM articles WHERE rowid = old.article) = 0;
END;
CREATE TRIGGER IF NOT EXISTS articles_hidden AFTER UPDATE OF hidden ON articles
WHEN old.hidden != new.hidden BEGIN
    UPDATE entities SET (articles, mentions) = (
        SELECT entities.articles + old.hidden - new.hidden,
               entities.mentions + (old.hidden - new.hidden) * mentioned.mentions
        FROM mentioned WHERE article = new.rowid AND entity = entities.rowid
    ) WHERE rowid IN (SELECT entity FROM mentioned WHERE article = new.rowid);
END;
CREATE TRIGGER IF NOT EXISTS named_more AFTER INSERT ON named BEGIN
    INSERT INTO forms SELECT new.name, type, new.entity, 1 FROM entities WHERE rowid = new.entity
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER IF NOT EXISTS named_less AFTER DELETE ON named BEGIN
    UPDATE forms SET articles = articles - 1 WHERE name = old.name AND entity = old.entity
    AND type = (SELECT type FROM entities WHERE rowid = old.entity);
    DELETE FROM forms WHERE name = old.name AND entity = old.entity AND articles = 0
    AND type = (SELECT type FROM entities WHERE rowid = old.entity);
END;
CREATE TRIGGER IF NOT EXISTS forms_more AFTER INSERT ON forms BEGIN
    UPDATE entities SET fuller = (SELECT is_now FROM fuller WHERE entity = entities.rowid)
    WHERE key = new.name AND type = new.type;
END;
CREATE TRIGGER IF NOT EXISTS forms_less AFTER DELETE ON forms BEGIN
    UPDATE entities SET fuller = (SELECT is_now FROM fuller WHERE entity = entities.rowid)
    WHERE key = old.name AND type = old.type;
END;
"""
"""What is made and counted when all articles are in, and from then on kept by triggers: with each
article by itself it would cost as much as everything else."""
