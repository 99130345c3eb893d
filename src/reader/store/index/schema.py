"""The tables of the index. Whatever changes here or in what is put in: raise VERSION."""

VERSION = 5

TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    rowid INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, media_type TEXT NOT NULL,
    imported TEXT NOT NULL, path TEXT, url TEXT, charset TEXT NOT NULL
);
CREATE INDEX sources_path ON sources (path) WHERE path IS NOT NULL;
CREATE INDEX sources_url ON sources (url) WHERE url IS NOT NULL;

-- Source texts, compressed: the articles of one source share one.
CREATE TABLE texts (rowid INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL);

-- One line of the list each; what is large stands in tables of its own.
CREATE TABLE articles (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    source INTEGER NOT NULL, text INTEGER NOT NULL, part INTEGER NOT NULL,
    title TEXT NOT NULL, authors TEXT NOT NULL, site TEXT, published TEXT, language TEXT,
    url TEXT, address TEXT,                      -- what addresses of one page have in common
    related TEXT NOT NULL, words INTEGER NOT NULL,
    fulltext INTEGER NOT NULL UNIQUE,            -- its row in `fulltext`
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
CREATE INDEX articles_newest ON articles (hidden, at DESC, id);
CREATE INDEX articles_title ON articles (hidden, title_key, id);
CREATE INDEX articles_site ON articles (hidden, site_key, at DESC, id);
CREATE INDEX articles_imported ON articles (hidden, imported DESC, id);
CREATE INDEX articles_state ON articles (hidden, status, follow_on);
CREATE INDEX articles_day ON articles (hidden, day);
CREATE INDEX articles_bin ON articles (at DESC, id) WHERE bin;
CREATE INDEX articles_newer ON articles (newer) WHERE newer IS NOT NULL;
CREATE INDEX articles_address ON articles (address) WHERE address IS NOT NULL;
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_source ON articles (source, part);
CREATE INDEX articles_text ON articles (text);

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
-- is one of exactly one entity with a longer name, `fuller` is that one.
CREATE TABLE entities (
    rowid INTEGER PRIMARY KEY, type TEXT NOT NULL, key INTEGER NOT NULL, name TEXT NOT NULL,
    fuller INTEGER, UNIQUE (key, type)
);
CREATE INDEX entities_fuller ON entities (fuller) WHERE fuller IS NOT NULL;
CREATE TABLE mentioned (
    entity INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX mentioned_article ON mentioned (article);

-- The different pairs of `named`, in how many articles each.
CREATE TABLE forms (
    name INTEGER NOT NULL, type TEXT NOT NULL, entity INTEGER NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (name, type, entity)
) WITHOUT ROWID;
CREATE TRIGGER named_more AFTER INSERT ON named BEGIN
    INSERT INTO forms SELECT new.name, type, new.entity, 1 FROM entities WHERE rowid = new.entity
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER named_less AFTER DELETE ON named BEGIN
    UPDATE forms SET articles = articles - 1 WHERE name = old.name AND entity = old.entity
    AND type = (SELECT type FROM entities WHERE rowid = old.entity);
    DELETE FROM forms WHERE name = old.name AND entity = old.entity AND articles = 0
    AND type = (SELECT type FROM entities WHERE rowid = old.entity);
END;
CREATE VIEW fuller AS  -- of each entity, the only longer one that goes by its name
    SELECT short.rowid AS entity, short.key AS name, (
        SELECT CASE count(*) WHEN 1 THEN max(entity) END FROM (
            SELECT forms.entity FROM forms JOIN entities AS long ON long.rowid = forms.entity
            WHERE forms.name = short.key AND forms.type = short.type
            AND length(long.name) > length(short.name) LIMIT 2
        )
    ) AS is_now FROM entities AS short;
CREATE TRIGGER forms_more AFTER INSERT ON forms BEGIN
    UPDATE entities SET fuller = (SELECT is_now FROM fuller WHERE entity = entities.rowid)
    WHERE key = new.name AND type = new.type;
END;
CREATE TRIGGER forms_less AFTER DELETE ON forms BEGIN
    UPDATE entities SET fuller = (SELECT is_now FROM fuller WHERE entity = entities.rowid)
    WHERE key = old.name AND type = old.type;
END;

CREATE TABLE figures (
    article INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, unit TEXT,
    low REAL, high REAL, day TEXT, last TEXT,    -- numbers, or ISO 8601 days
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX figures_day ON figures (day) WHERE day IS NOT NULL;
CREATE INDEX figures_low ON figures (low, unit);
CREATE INDEX figures_high ON figures (high, unit);
CREATE INDEX figures_unit ON figures (unit);

-- Contentless: a row whose article was put in anew stays behind, unseen, until the next rebuild.
CREATE VIRTUAL TABLE fulltext USING fts5 (
    title, text, content = '', prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2'
);
-- The reader's words on an article: tags, notes.
CREATE VIRTUAL TABLE own USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
"""
