-- Where programs of the team are told what happened to messages and promises. The secrets are sealed with the desk's key.
create table webhooks (
  workspace_id uuid not null references workspaces,
  webhook_id uuid not null,
  url text not null,
  -- messages, promises
  topics text[] not null,
  sealed_secret bytea,
  -- the one before, and until when it is used too
  sealed_old_secret bytea,
  old_until timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, webhook_id)
);

-- What leaves to them is in the outbox. An event is ids, kinds and times: nothing in it needs to be erased.
alter table outbox add column webhook_id uuid;
alter table outbox add column event jsonb;
alter table outbox add foreign key (workspace_id, webhook_id) references webhooks;
create index outbox_by_webhook on outbox (workspace_id, webhook_id, created_at desc) where webhook_id is not null;
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (
  (kind in ('mail', 'append') and message_id is not null and member_id is null and code_id is null and webhook_id is null)
  or (kind in ('notice', 'mention') and message_id is null and member_id is not null and code_id is null and webhook_id is null)
  or (kind = 'code' and message_id is null and member_id is null and code_id is not null and webhook_id is null)
  or (kind = 'webhook' and message_id is null and member_id is null and code_id is null and webhook_id is not null and event is not null)
);
