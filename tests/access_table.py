"""Who gets what at each address: the one literal table, and what is different in other states of the minutes."""

# Answers: "login" is the way to a login page, "302" any other redirect. A minus marks who belongs to another committee.
USERS = ("anonymous", "reader", "councillor-", "former", "councillor", "chair", "clerk-", "clerk", "admin")
TABLE = """
#    name                                   anon. read. coun- form. coun. chair clrk- clerk admin
GET  start                                  200   200   200   200   200   200   200   200   200
GET  set_language                           302   302   302   302   302   302   302   302   302
POST set_theme                              400   400   400   400   400   400   400   400   400
GET  account_login                          200   302   302   302   302   302   302   302   302
GET  account_logout                         302   200   200   200   200   200   200   200   200
GET  account_inactive                       200   200   200   200   200   200   200   200   200
GET  account_signup                         200   302   302   302   302   302   302   302   302
GET  account_reauthenticate                 login 200   200   200   200   200   200   200   200
GET  account_change_password                login 200   200   200   200   200   200   200   200
GET  account_set_password                   login 302   302   302   302   302   302   302   302
GET  account_reset_password                 200   200   200   200   200   200   200   200   200
GET  account_reset_password_done            200   200   200   200   200   200   200   200   200
GET  account_reset_password_from_key        200   200   200   200   200   200   200   200   200
GET  account_reset_password_from_key_done   200   200   200   200   200   200   200   200   200
GET  account_invitation                     200   200   200   200   200   200   200   200   200
GET  account_logins                         login 200   200   200   200   200   200   200   200
GET  mfa_index                              login 200   200   200   200   200   200   200   200
GET  mfa_authenticate                       login 302   302   302   302   302   302   302   302
GET  mfa_reauthenticate                     login 302   302   302   302   302   302   302   302
GET  mfa_activate_totp                      login 302   302   302   302   302   302   302   302
GET  mfa_deactivate_totp                    login 404   404   404   404   404   404   404   404
GET  mfa_view_recovery_codes                login 404   404   404   404   404   404   404   404
GET  mfa_generate_recovery_codes            login 302   302   302   302   302   302   302   302
GET  mfa_download_recovery_codes            login 404   404   404   404   404   404   404   404
GET  committees:account-list                login 403   403   403   403   403   403   403   200
GET  committees:account-detail              login 403   403   403   403   403   403   403   200
GET  committees:second-factor-reset         login 403   403   403   403   403   403   403   200
GET  committees:audit-trail                 login 403   403   403   403   403   403   403   200
GET  committees:access                      login 403   403   403   403   403   403   403   200
GET  committees:invitation-list             login 403   403   403   403   403   403   403   200
GET  committees:invitation-create           login 403   403   403   403   403   403   403   200
POST committees:invitation-resend           login 403   403   403   403   403   403   403   302
GET  committees:invitation-revoke           login 403   403   403   403   403   403   403   200
GET  committees:committee-list              login 403   403   403   403   403   200   200   200
GET  committees:committee-create            login 403   403   403   403   403   403   403   200
GET  committees:committee-detail            login 404   404   404   404   404   404   200   200
GET  committees:committee-edit              login 403   403   403   403   403   403   403   200
GET  committees:committee-end               login 403   403   403   403   403   403   403   200
GET  committees:committee-delete            login 403   403   403   403   403   403   403   200
GET  committees:membership-create           login 404   404   404   404   404   404   200   200
GET  committees:member-import               login 404   404   404   404   404   404   200   200
POST committees:member-import-confirm       login 404   404   404   404   404   404   422   422
GET  committees:member-export               login 404   404   404   404   404   404   200   200
GET  committees:member-template             login 404   404   404   404   404   404   200   200
GET  committees:membership-edit             login 404   404   404   404   404   404   200   200
GET  committees:membership-end              login 404   404   404   404   404   404   200   200
GET  committees:membership-delete           login 404   404   404   404   404   404   200   200
GET  committees:person-list                 login 403   403   403   403   403   200   200   200
GET  committees:person-create               login 403   403   403   403   403   200   200   200
GET  committees:person-detail               login 403   403   403   403   403   200   200   200
GET  committees:person-edit                 login 403   403   403   403   403   200   200   200
GET  committees:person-delete               login 403   403   403   403   403   200   200   200
GET  committees:term-list                   login 403   403   403   403   403   403   403   200
GET  committees:term-create                 login 403   403   403   403   403   403   403   200
GET  committees:term-edit                   login 403   403   403   403   403   403   403   200
GET  committees:faction-create              login 403   403   403   403   403   403   403   200
GET  committees:faction-edit                login 403   403   403   403   403   403   403   200
GET  committees:faction-delete              login 403   403   403   403   403   403   403   200
GET  committees:paper-list                  login 403   403   403   403   403   200   200   200
GET  committees:paper-create                login 403   403   403   403   403   200   200   200
GET  committees:paper-detail                login 404   404   404   404   404   404   200   200
GET  committees:paper-edit                  login 404   404   404   404   404   404   200   200
GET  committees:paper-delete                login 404   404   404   404   404   404   200   200
GET  committees:attachment-create           login 404   404   404   404   404   404   200   200
GET  committees:attachment                  login 404   404   404   404   200   404   200   200
GET  committees:attachment-edit             login 404   404   404   404   404   404   200   200
GET  committees:attachment-delete           login 404   404   404   404   404   404   200   200
POST committees:attachment-move             login 404   404   404   404   404   404   302   302
GET  committees:session-annexes             login 404   404   404   404   404   404   200   200
GET  committees:annex-create                login 404   404   404   404   404   404   200   200
GET  minutes:session-list                   login 403   403   403   403   200   200   200   200
GET  minutes:session-create                 login 403   403   403   403   403   302   302   200
GET  minutes:session-detail                 login 404   404   404   404   200   404   200   200
GET  minutes:session-edit                   login 404   404   404   404   404   404   200   200
GET  minutes:session-delete                 login 404   404   404   404   404   404   200   200
GET  minutes:agenda                         login 404   404   404   404   404   404   200   200
POST minutes:part-first                     login 404   404   404   404   404   404   302   302
GET  minutes:item-create                    login 404   404   404   404   404   404   200   200
GET  minutes:attendance-list                login 404   404   404   404   404   404   200   200
POST minutes:attendance-invite              login 404   404   404   404   404   404   302   302
GET  minutes:attendance-add                 login 404   404   404   404   404   404   200   200
GET  minutes:attendance-add-member          login 404   404   404   404   404   404   200   200
GET  minutes:item-edit                      login 404   404   404   404   404   404   200   200
GET  minutes:item-delete                    login 404   404   404   404   404   404   200   200
POST minutes:item-move                      login 404   404   404   404   404   404   400   400
GET  minutes:recusal-list                   login 404   404   404   404   404   404   200   200
GET  minutes:movement-add                   login 404   404   404   404   404   404   200   200
POST minutes:movement-undo                  login 404   404   404   404   404   404   302   302
GET  minutes:attendance-edit                login 404   404   404   404   404   404   200   200
GET  minutes:attendance-substitute          login 404   404   404   404   404   404   200   200
GET  minutes:attendance-remove              login 404   404   404   404   404   404   200   200
GET  minutes:recusal-remove                 login 404   404   404   404   404   404   200   200
GET  minutes:item                           login 404   404   404   404   404   404   200   200
GET  minutes:contribution-add               login 404   404   404   404   404   404   200   200
GET  minutes:contribution-edit              login 404   404   404   404   404   404   200   200
POST minutes:contribution-move              login 404   404   404   404   404   404   302   302
GET  minutes:contribution-delete            login 404   404   404   404   404   404   200   200
GET  minutes:decision                       login 404   404   404   404   404   404   200   200
GET  minutes:vote-add                       login 404   404   404   404   404   404   200   200
POST minutes:vote-unanimous                 login 404   404   404   404   404   404   400   400
POST minutes:roll-call-start                login 404   404   404   404   404   404   400   400
GET  minutes:bloc-add                       login 404   404   404   404   404   404   200   200
GET  minutes:vote-edit                      login 404   404   404   404   404   404   200   200
POST minutes:vote-move                      login 404   404   404   404   404   404   302   302
GET  minutes:vote-delete                    login 404   404   404   404   404   404   200   200
POST minutes:vote-close                     login 404   404   404   404   404   404   422   422
GET  minutes:vote-reopen                    login 404   404   404   404   404   404   302   302
GET  minutes:roll-call                      login 404   404   404   404   404   404   200   200
GET  minutes:roll-call-discard              login 404   404   404   404   404   404   200   200
GET  minutes:vote-result                    login 404   404   404   404   404   404   422   422
GET  minutes:live                           login 404   404   404   404   200   404   200   200
GET  minutes:module-list                    login 403   403   403   403   403   200   200   200
GET  minutes:module-create                  login 403   403   403   403   403   200   200   200
GET  minutes:module-edit                    login 404   404   404   404   404   404   200   200
GET  minutes:module-delete                  login 404   404   404   404   404   404   200   200
GET  minutes:desk                           login 404   404   404   404   404   404   200   200
GET  minutes:desk-item                      login 404   404   404   404   404   404   200   200
GET  minutes:desk-state                     login 404   404   404   404   404   404   200   200
POST minutes:item-call                      login 404   404   404   404   404   404   302   302
GET  minutes:session-close                  login 404   404   404   404   404   404   200   200
POST minutes:contribution-save              login 400   400   400   400   400   400   400   400
POST minutes:contribution-remove            login 400   400   400   400   400   400   400   400
POST minutes:contribution-place             login 400   400   400   400   400   400   400   400
GET  minutes:contribution-revisions         login 404   404   404   404   404   404   200   200
GET  minutes:session-revisions              login 404   404   404   404   404   404   200   200
POST minutes:revision-restore               login 404   404   404   404   404   404   302   302
GET  minutes:redaction-list                 login 404   404   404   404   404   404   200   200
GET  minutes:redaction-add                  login 404   404   404   404   404   404   200   200
GET  minutes:redaction-remove               login 404   404   404   404   404   404   200   200
GET  minutes:publish                        login 404   404   404   404   404   404   200   200
GET  minutes:review                         login 404   404   404   404   200   404   200   200
POST minutes:submit                         login 404   404   404   404   404   404   302   302
GET  minutes:take-back                      login 404   404   404   404   200   404   200   200
POST minutes:remark-add                     login 404   404   404   404   422   404   422   422
GET  minutes:gap-reason                     login 404   404   404   404   404   404   404   404
GET  minutes:sign                           login 404   404   404   404   302   404   403   403
GET  minutes:signature-enter                login 404   404   404   404   404   404   302   302
POST minutes:remark-settle                  login 404   404   404   404   404   404   302   302
GET  minutes:publish-agenda                 login 404   404   404   404   404   404   200   200
GET  minutes:withdraw                       login 404   404   404   404   404   404   200   200
GET  minutes:genuine                        200   200   200   200   200   200   200   200   200
GET  minutes:published-versions             404   404   404   404   404   404   404   404   404
GET  minutes:published-version              404   404   404   404   404   404   404   404   404
GET  minutes:published-version-pdf          404   404   404   404   404   404   404   404   404
GET  minutes:preview                        login 404   404   404   404   200   404   200   200
GET  minutes:document                       login 404   404   404   404   200   404   200   200
GET  minutes:document-json                  login 404   404   404   404   200   404   200   200
GET  minutes:extract                        login 404   404   404   404   200   404   200   200
GET  minutes:extract-json                   login 404   404   404   404   200   404   200   200
GET  minutes:export-year                    login 403   403   403   403   403   403   403   200
GET  minutes:published-list                 200   200   200   200   200   200   200   200   200
GET  minutes:agenda-list                    200   200   200   200   200   200   200   200   200
GET  minutes:published-agenda               200   200   200   200   200   200   200   200   200
GET  minutes:published-agenda-json          200   200   200   200   200   200   200   200   200
GET  minutes:published                      404   404   404   404   404   404   404   404   404
GET  minutes:published-pdf                  404   404   404   404   404   404   404   404   404
GET  minutes:published-non-public           404   404   404   404   404   404   404   404   404
GET  minutes:published-json                 404   404   404   404   404   404   404   404   404
GET  minutes:published-item                 404   404   404   404   404   404   404   404   404
GET  minutes:published-extract              404   404   404   404   404   404   404   404   404
GET  minutes:published-extract-json         404   404   404   404   404   404   404   404   404
GET  minutes:correction-list                login 404   404   404   404   404   404   200   200
GET  minutes:correction-create              login 404   404   404   404   404   404   200   200
POST minutes:proposal-add                   login 404   404   404   404   404   404   302   302
GET  minutes:objection-enter                login 404   404   404   404   404   404   200   200
GET  minutes:objection-decide               login 404   404   404   404   404   404   200   200
GET  minutes:objection-raise                login 404   404   404   404   404   404   404   404
GET  admin:*                                login login login login login login login login 200
"""

# What is different in the other states, row by row.
SEALED = """
POST minutes:attendance-invite              login 404   404   404   404   404   404   423   423
POST committees:attachment-move             login 404   404   404   404   404   404   423   423
POST minutes:part-first                     login 404   404   404   404   404   404   423   423
POST minutes:proposal-add                   login 404   404   404   404   404   404   423   423
POST minutes:item-move                      login 404   404   404   404   404   404   423   423
POST minutes:movement-undo                  login 404   404   404   404   404   404   423   423
POST minutes:contribution-move              login 404   404   404   404   404   404   423   423
POST minutes:revision-restore               login 404   404   404   404   404   404   423   423
POST minutes:vote-unanimous                 login 404   404   404   404   404   404   423   423
POST minutes:roll-call-start                login 404   404   404   404   404   404   423   423
POST minutes:vote-move                      login 404   404   404   404   404   404   423   423
POST minutes:vote-close                     login 404   404   404   404   404   404   423   423
POST minutes:item-call                      login 404   404   404   404   404   404   423   423
POST minutes:submit                         login 404   404   404   404   404   404   423   423
POST minutes:remark-settle                  login 404   404   404   404   404   404   423   423
"""
READ = """
GET  minutes:published-non-public           404   404   404   404   200   200   404   200   200
GET  minutes:published                      200   200   200   200   200   200   200   200   200
GET  minutes:published-pdf                  200   200   200   200   200   200   200   200   200
GET  minutes:published-json                 200   200   200   200   200   200   200   200   200
GET  minutes:published-item                 200   200   200   200   200   200   200   200   200
GET  minutes:published-extract              200   200   200   200   200   200   200   200   200
GET  minutes:published-extract-json         200   200   200   200   200   200   200   200   200
GET  minutes:published-versions             200   200   200   200   200   200   200   200   200
GET  minutes:objection-raise                login 403   403   403   200   200   403   403   403
"""
OLD_EDITION = """
GET  minutes:published-version              200   200   200   200   200   200   200   200   200
GET  minutes:published-version-pdf          200   200   200   200   200   200   200   200   200
"""
TOMBSTONE = """
GET  minutes:published-non-public           410   410   410   410   410   410   410   410   410
GET  minutes:published                      410   410   410   410   410   410   410   410   410
GET  minutes:published-pdf                  410   410   410   410   410   410   410   410   410
GET  minutes:published-json                 410   410   410   410   410   410   410   410   410
GET  minutes:published-item                 410   410   410   410   410   410   410   410   410
GET  minutes:published-extract              410   410   410   410   410   410   410   410   410
GET  minutes:published-extract-json         410   410   410   410   410   410   410   410   410
GET  minutes:published-versions             410   410   410   410   410   410   410   410   410
GET  minutes:objection-raise                login 410   410   410   410   410   410   410   410
GET  minutes:published-version              410   410   410   410   410   410   410   410   410
GET  minutes:published-version-pdf          410   410   410   410   410   410   410   410   410
"""
DEVIATIONS = {
    "draft": "",
    "in review": """
POST minutes:submit                         login 404   404   404   404   404   404   422   422
""",
    "signed": SEALED,
    "published": SEALED + READ,
    "superseded": SEALED + READ + OLD_EDITION,
    "withdrawn": SEALED + TOMBSTONE,
}
