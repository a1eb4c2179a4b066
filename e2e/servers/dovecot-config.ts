type Place = {
  readonly folder: string
  readonly port: number
  readonly user: string
  readonly group: string
  /** Also take access tokens, asking here whose they are. */
  readonly hasOauth: boolean
}

/** All of dovecot as one ordinary user: no system accounts, no chroot, no TLS, nothing outside `folder`. */
export function dovecotConfig({ folder, port, user, group, hasOauth }: Place): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${hasOauth ? " xoauth2" : ""}
postmaster_address = postmaster@localhost
mail_location = maildir:~/Maildir
first_valid_uid = 1
namespace inbox {
  inbox = yes
  separator = /
  mailbox "Sent Items" {
    auto = create
    special_use = \\Sent
  }
}
${hasOauth ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${folder}/oauth2\n}` : ""}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u allow_all_users=yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  # no waiting after a wrong password
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
auth_failure_delay = 0
service auth {
  user = ${user}
}
`
}

/** How dovecot asks whose an access token is. */
export function oauthConfig(tokenInfoUrl: string): string {
  return `tokeninfo_url = ${tokenInfoUrl}?access_token=\nusername_attribute = email\nforce_introspection = no\n`
}
