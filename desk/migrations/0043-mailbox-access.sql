-- Who may see the mail of an address of ours: everybody, unless it is in here; then those who are named, and admins.
create table restricted_mailboxes (
  workspace_id uuid not null references workspaces,
  -- in lower case
  address text not null,
  restricted_by uuid,
  restricted_at timestamptz not null,
  primary key (workspace_id, address)
);

-- `seer_id`: a member, or an API key.
create table mailbox_access (
  workspace_id uuid not null references workspaces,
  address text not null,
  kind text not null check (kind in ('member', 'key')),
  seer_id uuid not null,
  primary key (workspace_id, address, seer_id),
  foreign key (workspace_id, address) references restricted_mailboxes on delete cascade
);

-- The address of ours that a conversation came in by, or is sent from; it stays when others take part. Null: none, such as a call.
alter table conversations add column came_by text;
create index conversations_by_mailbox on conversations (workspace_id, came_by, conversation_id) where came_by is not null;

update conversations v set came_by = (
  select coalesce(lower(m.received_as), lower(b.address), (
    select a.address from mail_addresses a
    where a.workspace_id = m.workspace_id and a.address in (
      select lower(box->>'address') from jsonb_array_elements(
        case when m.kind = 'inbound' then t.to_addresses || t.cc_addresses else coalesce(jsonb_build_array(t.from_address), '[]') end) box)
    order by a.position limit 1))
  from messages m
  join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
  left join mailboxes b on b.workspace_id = m.workspace_id and b.mailbox_id = m.mailbox_id
  where m.workspace_id = v.workspace_id and m.conversation_id = v.conversation_id and m.kind <> 'note' and m.channel in ('mail', 'form')
  order by m.seq limit 1);
update conversations v set came_by = (
  select a.address from mail_addresses a where a.workspace_id = v.workspace_id order by a.position limit 1)
where v.came_by is null and (v.channel = 'form' or v.begun_at is not null);
