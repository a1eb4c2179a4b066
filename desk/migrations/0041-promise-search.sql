-- Promises are searched by words, as messages are; reading each one's words takes longer than somebody who types waits.
alter table promise_rows add column search tsvector generated always as (to_tsvector('simple', left(
  coalesce(words, '') || ' ' || coalesce(condition, '') || ' ' || coalesce(waiting_note, ''), 100000))) stored;
create index promise_rows_search on promise_rows using gin (search);
-- The newest ones: where a word is in very many, they have enough of them.
create index promise_rows_by_time on promise_rows (workspace_id, said_at desc, promise_id);
