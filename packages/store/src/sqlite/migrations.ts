/**
 * What brings a database from one version to the next: the first one makes version 1 of an empty file, and so on. One that was ever
 * released is never changed.
 *
 * Names that come from outside stand in columns as `column.ts` writes them. A column `row` holds the whole row as JSON; the columns beside
 * it are what it is found by. Tables of small rows go without rowid, which saves them a second tree.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('closed cleanly', 'yes');

  CREATE TABLE thread (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL);

  CREATE TABLE alias (
    app_id TEXT NOT NULL,
    identity TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    PRIMARY KEY (app_id, identity)
  ) WITHOUT ROWID;

  CREATE TABLE inbox (id TEXT PRIMARY KEY, received_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX inbox_by_time ON inbox (received_at);

  CREATE TABLE timer (
    conversation_id TEXT NOT NULL,
    timer_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    fires_at INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, timer_id)
  ) WITHOUT ROWID;
  CREATE INDEX timer_by_time ON timer (fires_at);

  CREATE TABLE send (
    key TEXT PRIMARY KEY NOT NULL,
    thread_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    state TEXT NOT NULL,
    message_id TEXT,
    row TEXT NOT NULL
  );
  CREATE INDEX send_queued ON send (sequence) WHERE state = 'queued';
  CREATE INDEX send_failed ON send (sequence) WHERE state = 'failed';
  CREATE INDEX send_by_message ON send (message_id) WHERE message_id IS NOT NULL;

  CREATE TABLE parked_receipt (
    number INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    row TEXT NOT NULL
  );
  CREATE INDEX parked_receipt_by_message ON parked_receipt (message_id);
  CREATE INDEX parked_receipt_by_time ON parked_receipt (parked_at);

  CREATE TABLE conversation (
    id TEXT PRIMARY KEY NOT NULL,
    flow_id TEXT NOT NULL,
    status TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    row TEXT NOT NULL
  );
  CREATE INDEX conversation_by_start ON conversation (started_at, id);
  CREATE INDEX conversation_by_flow ON conversation (flow_id, started_at, id);
  CREATE INDEX conversation_by_status ON conversation (status, started_at, id);

  CREATE TABLE journal (number INTEGER PRIMARY KEY, conversation_id TEXT, row TEXT NOT NULL);
  CREATE INDEX journal_by_conversation ON journal (conversation_id) WHERE conversation_id IS NOT NULL;

  CREATE TABLE unrouted (number INTEGER PRIMARY KEY, row TEXT NOT NULL);

  CREATE TABLE flow (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    draft TEXT NOT NULL
  );
  CREATE TABLE flow_version (
    flow_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    comment TEXT NOT NULL,
    app_ids TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    flow TEXT NOT NULL,
    PRIMARY KEY (flow_id, version)
  );

  CREATE TABLE connection (id TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE app (id TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  `,
  // What a list shows of a flow stands apart from its draft, so that a list reads no draft, and a flow is paused without writing one; likewise
  // the columns of a version stand before its content. Triggers count, so that no list has to: whatever is done to conversations, the count holds.
  `
  CREATE TABLE flow_state (
    flow_id TEXT PRIMARY KEY NOT NULL,
    node_count INTEGER NOT NULL DEFAULT 0,
    is_paused INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    live_conversations INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  INSERT INTO flow_state (flow_id, node_count) SELECT id, json_array_length(draft, '$.nodes') FROM flow;
  INSERT INTO flow_state (flow_id, live_conversations)
    SELECT flow_id, count(*) FROM conversation WHERE status <> 'ended' GROUP BY flow_id
    ON CONFLICT DO UPDATE SET live_conversations = excluded.live_conversations;

  CREATE TRIGGER conversation_inserted AFTER INSERT ON conversation WHEN NEW.status <> 'ended' BEGIN
    INSERT INTO flow_state (flow_id, live_conversations) VALUES (NEW.flow_id, 1)
      ON CONFLICT DO UPDATE SET live_conversations = live_conversations + 1;
  END;
  CREATE TRIGGER conversation_deleted AFTER DELETE ON conversation WHEN OLD.status <> 'ended' BEGIN
    UPDATE flow_state SET live_conversations = live_conversations - 1 WHERE flow_id = OLD.flow_id;
  END;
  CREATE TRIGGER conversation_replaced AFTER UPDATE ON conversation WHEN OLD.status <> 'ended' BEGIN
    UPDATE flow_state SET live_conversations = live_conversations - 1 WHERE flow_id = OLD.flow_id;
  END;
  CREATE TRIGGER conversation_replacing AFTER UPDATE ON conversation WHEN NEW.status <> 'ended' BEGIN
    INSERT INTO flow_state (flow_id, live_conversations) VALUES (NEW.flow_id, 1)
      ON CONFLICT DO UPDATE SET live_conversations = live_conversations + 1;
  END;

  CREATE TABLE version_with_origin (
    flow_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    comment TEXT NOT NULL,
    app_ids TEXT NOT NULL,
    from_version INTEGER,
    created_at INTEGER NOT NULL,
    flow TEXT NOT NULL,
    PRIMARY KEY (flow_id, version)
  );
  INSERT INTO version_with_origin SELECT flow_id, version, comment, app_ids, NULL, created_at, flow FROM flow_version;
  DROP TABLE flow_version;
  ALTER TABLE version_with_origin RENAME TO flow_version;
  `,
  // What threads knew of contacts becomes their records: of threads that know one person, the fullest and latest stands for all. `search_text_of`
  // is a function of ours (`searchTextOf`), as SQLite folds no letter beyond ASCII.
  `
  CREATE TABLE topic (
    topic TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    PRIMARY KEY (topic, conversation_id)
  ) WITHOUT ROWID;
  CREATE INDEX topic_by_conversation ON topic (conversation_id);

  CREATE TABLE post (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    row TEXT NOT NULL
  );
  CREATE INDEX post_queued ON post (next_attempt_at) WHERE state = 'queued';
  CREATE INDEX post_failed ON post (created_at) WHERE state = 'failed';
  CREATE INDEX post_finished ON post (created_at) WHERE state <> 'queued';

  CREATE TABLE task (key TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, created_at INTEGER NOT NULL, row TEXT NOT NULL);
  CREATE INDEX task_queued ON task (key) WHERE state = 'queued';
  CREATE INDEX task_done ON task (created_at) WHERE state <> 'queued';

  CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL,
    wa_id TEXT,
    bsuid TEXT,
    customer_id TEXT,
    updated_at INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    row TEXT NOT NULL
  );
  CREATE UNIQUE INDEX contact_by_number ON contact (wa_id) WHERE wa_id IS NOT NULL;
  CREATE UNIQUE INDEX contact_by_user_id ON contact (bsuid) WHERE bsuid IS NOT NULL;
  CREATE UNIQUE INDEX contact_by_customer_id ON contact (customer_id) WHERE customer_id IS NOT NULL;
  CREATE INDEX contact_by_change ON contact (updated_at, id, search_text);
  CREATE INDEX alias_by_identity ON alias (identity);

  INSERT OR IGNORE INTO contact
    SELECT id, wa_id, bsuid, NULL, seen_at, search_text_of(row), row FROM (
      SELECT id, state ->> '$.contact.waId' AS wa_id, state ->> '$.contact.bsuid' AS bsuid,
        coalesce(state ->> '$.lastInboundAt', 0) AS seen_at,
        json_patch(
          json_object(
            'id', state -> '$.id',
            'fields', json('{}'),
            'createdAt', coalesce(state ->> '$.lastInboundAt', 0),
            'updatedAt', coalesce(state ->> '$.lastInboundAt', 0)
          ),
          json_remove(state -> '$.contact', '$.identityHash')
        ) AS row
      FROM thread
    ) WHERE wa_id IS NOT NULL OR bsuid IS NOT NULL
    ORDER BY (wa_id IS NULL) + (bsuid IS NULL), seen_at DESC, id;

  CREATE TABLE template (
    app_id TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (app_id, name, language)
  );

  CREATE TABLE inbound_webhook (id TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
  `,
];
