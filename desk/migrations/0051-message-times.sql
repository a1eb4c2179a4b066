-- When a message was said, beside its words, so that the newest hits of a search are found without reading all of them. This and the
-- next two are transactions of their own, so that nobody who reads or writes during an upgrade waits long.
alter table message_texts add column at timestamptz;
-- Also for what the version before writes until it is stopped.
create function fill_message_time() returns trigger language plpgsql as $$
begin
  new.at := (select m.at from messages m where m.workspace_id = new.workspace_id and m.message_id = new.message_id);
  return new;
end $$;
create trigger message_texts_fill_time before insert on message_texts
  for each row when (new.at is null) execute function fill_message_time();
