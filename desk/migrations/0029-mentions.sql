-- A note that names a member: they are told of it once, in the app at once and by a mail in their working hours. The words are
-- the note's own, so there are none in here.
create table mentions (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  -- the mail that tells of it; null when none does
  outbox_id uuid,
  mail_problem text,
  read_at timestamptz,
  primary key (workspace_id, message_id, member_id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, member_id) references members
);
create index mentions_by_member on mentions (workspace_id, member_id, at desc, message_id);
create index mentions_unread on mentions (workspace_id, member_id) where read_at is null;
create index mentions_by_outbox on mentions (workspace_id, outbox_id) where outbox_id is not null;

alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (
  (kind in ('mail', 'append') and message_id is not null and member_id is null and code_id is null)
  or (kind in ('notice', 'mention') and message_id is null and member_id is not null and code_id is null)
  or (kind = 'code' and message_id is null and member_id is null and code_id is not null)
);
