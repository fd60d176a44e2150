/**
 * Whether a first segment of a GitHub address is GitHub's own and no login: all that the npm package `github-reserved-names` 2.2.0
 * lists (a test compares), written short because the page script carries it.
 */
export function isReserved(login: string): boolean {
  return /^(?:30[02]|4[0-2]\d|43[01]|50\d|51[01]|69[345]|900|www\d)$/.test(login) || WORDS.has(login);
}

const WORDS = new Set(
  `about account admin advisories anonymous any api apps attributes auth billing blob blog bounty branches business businesses c cache careers case-studies categories central certification changelog chat cla cloud codereview codespaces collection collections comments commit commits companies compare contact contributing cookbook copilot coupons customer customer-stories customers dashboard dashboard-feed dashboards design develop developer diff discover discussions downloads downtime editor editors edu education enterprise enterprises events explore featured features feed files fixtures forked garage ghost gist gists git-guides github-copilot graphs groups guide guides help help-wanted home hooks hosting hovercards identity images inbox individual info integration interfaces introduction invalid-email-address investors issues jobs join journal journals lab labs languages launch layouts learn legal library linux listings lists login logos logout mac maintenance malware man marketplace mcp mention mentioned mentioning mentions migrating milestones mine mirrors mobile navigation network new news newsletter newsroom none nonprofit nonprofits notices notifications oauth offer open-source organisations organizations orgs pages partners payments personal plans plugins popular popularity posts press preview pricing professional projects pulls raw readme recommendations redeem releases render reply repos repositories resources restore revert save-net-neutrality saved scraping search security services sessions settings shareholders showcases signin signup site site-policy sitemap social-impact socials spam sponsors ssh staff starred stars static status statuses storage store stories styleguide subscriptions suggest suggestion suggestions support suspended talks teach teacher teachers teaching team teams ten terms timeline topic topics tos tour train training translations tree trending undefined updates user-attachments username users visualization w watching why-github wiki wikis windows works-with`.split(
    ' ',
  ),
);
