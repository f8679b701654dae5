import { storeLimits } from "../limits.ts";

/**
 * What is done about a statement's result: a `read` gives rows, a `write` may change any number of them, and a `guard` that changes none
 * makes its unit a conflict.
 */
type Statement = { readonly kind: "read" | "write" | "guard"; readonly sql: string };

const asked = (parameter: number): string => `(SELECT value FROM json_each(?${parameter}))`;
const askedPairs = (parameter: number): string => `(SELECT value ->> 0, value ->> 1 FROM json_each(?${parameter}))`;

/** A page of conversations: ?1 the id to go on after or null, ?2 how many; `where` begins at ?3. An unknown ?1 has nothing after it. */
const pageOfConversations = (where: string): string =>
  `SELECT row FROM conversation WHERE ${where} AND (started_at, id) < (
    CASE WHEN ?1 IS NULL THEN 9e999 ELSE (SELECT started_at FROM conversation WHERE id = ?1) END, ?1
  ) ORDER BY started_at DESC, id DESC LIMIT ?2`;

/** Threads by: ?1 thread ids, ?2 aliases, ?3 keys of sends, ?4 message ids of sends; and by whatever else is said. */
const threadsBy = (more: string): string => `SELECT revision, state FROM thread WHERE id IN (
    SELECT value FROM json_each(?1)
    UNION ALL SELECT thread_id FROM alias WHERE (app_id, identity) IN ${askedPairs(2)}
    UNION ALL SELECT thread_id FROM send WHERE key IN ${asked(3)} OR message_id IN ${asked(4)}
    ${more}
  )`;

const summaryColumns = `id, name, revision, updated_at, (SELECT max(version) FROM flow_version WHERE flow_id = id),
  is_paused, deleted_at, node_count, live_conversations`;
const flows = "flow JOIN flow_state ON flow_id = id";

/** All that is ever asked of the database, by name. Prepared once, when it is opened. */
export const statements = {
  findInbox: read(`SELECT id FROM inbox WHERE id IN ${asked(1)}`),
  findAliases: read(`SELECT app_id, identity, thread_id FROM alias WHERE (app_id, identity) IN ${askedPairs(1)}`),
  findSends: read(`SELECT row FROM send WHERE key IN ${asked(1)} OR message_id IN ${asked(2)}`),
  findParkedReceipts: read(`SELECT row FROM parked_receipt WHERE message_id IN ${asked(1)} ORDER BY number`),
  findThreads: read(threadsBy("")),
  /** Also by ?5 topics; apart, so that those who ask for none do not pay for it. */
  findThreadsAlsoByTopics: read(threadsBy(`UNION ALL SELECT thread_id FROM topic WHERE topic IN ${asked(5)}`)),
  findTopics: read(`SELECT topic, thread_id, conversation_id FROM topic WHERE topic IN ${asked(1)}
    ORDER BY topic, conversation_id`),
  dueTimers: read(`SELECT thread_id, conversation_id, timer_id, generation, fires_at FROM timer
    WHERE fires_at <= ?1 ORDER BY fires_at LIMIT ?2`),
  nextTimer: read("SELECT min(fires_at) FROM timer"),
  queuedSends: read("SELECT row FROM send WHERE state = 'queued' AND sequence > ?1 ORDER BY sequence LIMIT ?2"),
  lastQueuedSequence: read("SELECT max(sequence) FROM send WHERE state = 'queued'"),
  queuedTasks: read("SELECT row FROM task WHERE state = 'queued' AND key > ?1 ORDER BY key LIMIT ?2"),
  duePosts: read(`SELECT row FROM post WHERE state = 'queued' AND next_attempt_at <= ?1
    ORDER BY next_attempt_at, number LIMIT ?2`),
  nextPost: read("SELECT min(next_attempt_at) FROM post WHERE state = 'queued'"),
  counts: read(`SELECT (SELECT count(*) FROM unrouted), (SELECT count(*) FROM send WHERE state = 'failed'),
    (SELECT count(*) FROM post WHERE state = 'failed')`),
  listConversations: read(pageOfConversations("true")),
  listConversationsOfFlow: read(pageOfConversations("flow_id = ?3")),
  listConversationsInStatus: read(pageOfConversations("status = ?3")),
  listConversationsOfFlowInStatus: read(pageOfConversations("flow_id = ?3 AND status = ?4")),
  getConversation: read("SELECT row FROM conversation WHERE id = ?1"),
  readJournal: read(`SELECT number, row FROM journal
    WHERE conversation_id = ?1 AND number > ?2 ORDER BY number LIMIT ?3`),

  insertThread: guard("INSERT INTO thread VALUES (?1, 1, ?2) ON CONFLICT DO NOTHING"),
  updateThread: guard("UPDATE thread SET revision = revision + 1, state = ?3 WHERE id = ?1 AND revision = ?2"),
  insertInbox: guard("INSERT INTO inbox VALUES (?1, ?2) ON CONFLICT DO NOTHING"),
  pointAlias: write(`INSERT INTO alias VALUES (?1, ?2, ?3)
    ON CONFLICT DO UPDATE SET thread_id = excluded.thread_id`),
  cancelTimer: write("DELETE FROM timer WHERE conversation_id = ?1 AND timer_id = ?2"),
  setTimer: write(`INSERT INTO timer VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE
    SET thread_id = excluded.thread_id, generation = excluded.generation, fires_at = excluded.fires_at`),
  saveSend: write(`INSERT INTO send VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE
    SET thread_id = excluded.thread_id, sequence = excluded.sequence, state = excluded.state,
      message_id = excluded.message_id, row = excluded.row`),
  unparkReceipts: write("DELETE FROM parked_receipt WHERE message_id = ?1"),
  parkReceipt: write("INSERT INTO parked_receipt (message_id, parked_at, row) VALUES (?1, ?2, ?3)"),
  saveConversation: write(`INSERT INTO conversation VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE
    SET flow_id = excluded.flow_id, status = excluded.status, started_at = excluded.started_at, row = excluded.row`),
  appendJournal: write("INSERT INTO journal (conversation_id, row) VALUES (?1, ?2)"),
  keepUnrouted: write("INSERT INTO unrouted (row) VALUES (?1)"),
  dropUnrouted: write(
    `DELETE FROM unrouted WHERE number <= (SELECT max(number) FROM unrouted) - ${storeLimits.unroutedRows}`,
  ),
  clearTopics: write("DELETE FROM topic WHERE conversation_id = ?1"),
  addTopic: write("INSERT INTO topic (conversation_id, topic, thread_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"),
  saveTask: write(`INSERT INTO task VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO UPDATE SET state = excluded.state, created_at = excluded.created_at, row = excluded.row`),
  savePost: write(`INSERT INTO post (id, state, created_at, next_attempt_at, row) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, created_at = excluded.created_at,
      next_attempt_at = excluded.next_attempt_at, row = excluded.row`),
  forgetInbox: write("DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE received_at < ?1 LIMIT ?2)"),
  forgetParkedReceipts: write(`DELETE FROM parked_receipt
    WHERE number IN (SELECT number FROM parked_receipt WHERE parked_at < ?1 LIMIT ?2)`),
  forgetPosts: write(`DELETE FROM post
    WHERE number IN (SELECT number FROM post WHERE state <> 'queued' AND created_at < ?1 LIMIT ?2)`),
  forgetTasks: write(`DELETE FROM task
    WHERE key IN (SELECT key FROM task WHERE state <> 'queued' AND created_at < ?1 LIMIT ?2)`),
  /** How many rows the write before it in the unit changed. */
  countChanges: read("SELECT changes()"),
  /** Takes as much room as a commit may need, and gives it back. */
  writeProbe: write(`INSERT INTO meta VALUES ('probe', hex(zeroblob(${storeLimits.probeBytes / 2})))
    ON CONFLICT DO UPDATE SET value = excluded.value`),
  removeProbe: write("DELETE FROM meta WHERE name = 'probe'"),

  listFlows: read(`SELECT ${summaryColumns} FROM ${flows} ORDER BY id`),
  getFlow: read(`SELECT ${summaryColumns}, draft FROM ${flows} WHERE id = ?1`),
  insertDraft: guard("INSERT INTO flow VALUES (?1, ?2, 1, ?3, ?4) ON CONFLICT DO NOTHING"),
  updateDraft: guard(`UPDATE flow SET name = ?2, revision = revision + 1, updated_at = ?3, draft = ?4
    WHERE id = ?1 AND revision = ?5`),
  countNodes: write(`INSERT INTO flow_state (flow_id, node_count) VALUES (?1, ?2)
    ON CONFLICT DO UPDATE SET node_count = excluded.node_count`),
  setPaused: guard(
    "UPDATE flow_state SET is_paused = ?2 WHERE flow_id = ?1 AND EXISTS (SELECT 1 FROM flow WHERE id = ?1)",
  ),
  setDeleted: guard(
    "UPDATE flow_state SET deleted_at = ?2 WHERE flow_id = ?1 AND EXISTS (SELECT 1 FROM flow WHERE id = ?1)",
  ),
  /** Gives the new version's number. */
  addVersion: read(`INSERT INTO flow_version
    SELECT ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM flow_version WHERE flow_id = ?1
    RETURNING version`),
  listVersions: read(`SELECT version, comment, created_at, app_ids, from_version FROM flow_version
    WHERE flow_id = ?1 ORDER BY version`),
  getVersion: read("SELECT flow FROM flow_version WHERE flow_id = ?1 AND version = ?2"),
  listLive: read(`SELECT flow, version, app_ids FROM flow_version
    WHERE (flow_id, version) IN (SELECT flow_id, max(version) FROM flow_version GROUP BY flow_id)
      AND flow_id NOT IN (SELECT flow_id FROM flow_state WHERE is_paused OR deleted_at IS NOT NULL)
    ORDER BY flow_id`),

  listConnections: read("SELECT row FROM connection ORDER BY id"),
  saveConnection: write("INSERT INTO connection VALUES (?1, ?2) ON CONFLICT DO UPDATE SET row = excluded.row"),
  listApps: read("SELECT row FROM app ORDER BY id"),
  saveApp: write("INSERT INTO app VALUES (?1, ?2) ON CONFLICT DO UPDATE SET row = excluded.row"),
  removeConnection: guard("DELETE FROM connection WHERE id = ?1"),
  removeApp: guard("DELETE FROM app WHERE id = ?1"),
  listInboundWebhooks: read("SELECT row FROM inbound_webhook ORDER BY id"),
  saveInboundWebhook: write("INSERT INTO inbound_webhook VALUES (?1, ?2) ON CONFLICT DO UPDATE SET row = excluded.row"),
  removeInboundWebhook: guard("DELETE FROM inbound_webhook WHERE id = ?1"),

  listTemplates: read("SELECT row FROM template WHERE app_id = ?1 ORDER BY name, language"),
  getTemplate: read("SELECT row FROM template WHERE app_id = ?1 AND name = ?2 AND language = ?3"),
  saveTemplate: write("INSERT INTO template VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET row = excluded.row"),
  removeTemplate: guard("DELETE FROM template WHERE app_id = ?1 AND name = ?2 AND language = ?3"),
  removeTemplates: write("DELETE FROM template WHERE app_id = ?1"),

  getContact: read("SELECT row FROM contact WHERE id = ?1"),
  findContactByNumber: read("SELECT row FROM contact WHERE wa_id = ?1"),
  findContactByUserId: read("SELECT row FROM contact WHERE bsuid = ?1"),
  findContactByCustomerId: read("SELECT row FROM contact WHERE customer_id = ?1"),
  /** A page of contacts: ?1 what to find, ?2 and ?3 the time and id to go on after or null, ?4 how many. */
  searchContacts: read(`SELECT row FROM contact
    WHERE (updated_at, id) < (coalesce(?2, 9e999), coalesce(?3, '')) AND instr(search_text, ?1) > 0
    ORDER BY updated_at DESC, id DESC LIMIT ?4`),
  /** Changes nothing when another contact has its number, user id or customer id. */
  saveContact: guard(`INSERT INTO contact
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
      SELECT 1 FROM contact WHERE (wa_id = ?2 OR bsuid = ?3 OR customer_id = ?4) AND id <> ?1
    ) ON CONFLICT (id) DO UPDATE SET wa_id = excluded.wa_id, bsuid = excluded.bsuid, customer_id = excluded.customer_id,
      updated_at = excluded.updated_at, search_text = excluded.search_text, row = excluded.row`),
  removeContact: guard("DELETE FROM contact WHERE id = ?1"),
  findThreadIds: read(`SELECT DISTINCT thread_id FROM alias WHERE identity IN ${asked(1)} ORDER BY thread_id`),
};

/** The name of a statement. */
export type StatementName = keyof typeof statements;

function read(sql: string): Statement {
  return { kind: "read", sql };
}

function write(sql: string): Statement {
  return { kind: "write", sql };
}

function guard(sql: string): Statement {
  return { kind: "guard", sql };
}
