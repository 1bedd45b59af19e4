import type { Format } from './format';
import { isMixed } from './randomness';

/** Tokens of services by the letters that these begin or end them with, for scanners to find them. */
export const SERVICE_FORMATS: readonly Format[] = [
  { kind: 'an Airtable token', pattern: /\bpat[A-Za-z\d]{14}\.[\da-f]{64}/ },
  { kind: 'an Artifactory key', pattern: /\bAKCp[A-Za-z\d]{60,}/ },
  { kind: 'an Atlassian token', pattern: /\bATATT3[\w=-]{60,}/ },
  { kind: 'an Azure client secret', pattern: /(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/ },
  { kind: 'an Azure shared access signature', pattern: /[?&]sig=[A-Za-z\d%/+]{40,}/ },
  { kind: 'an AWS Bedrock key', pattern: /\bABSK[A-Za-z\d+/]{100,}/ },
  { kind: 'a Databricks token', pattern: /\bdapi[\da-f]{32}/ },
  {
    kind: 'a Discord webhook',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}/,
  },
  { kind: 'a Docker Hub token', pattern: /\bdckr_(?:pat|oat)_[\w-]{27,}/ },
  { kind: 'a Doppler token', pattern: /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.]{40,}/ },
  { kind: 'a Dynatrace token', pattern: /\bdt0[a-z]\d\d\.[A-Z\d]{24}\.[A-Z\d]{64}/ },
  { kind: 'a Facebook token', pattern: /\bEAACEdEose0cBA\w{20,}/ },
  { kind: 'a Figma token', pattern: /\bfig[dup]_[\w-]{40,}/ },
  { kind: 'a Fly token', pattern: /\bFlyV1 fm\d+\w*_[\w+/=,-]{50,}/ },
  { kind: 'a Google client secret', pattern: /\bGOCSPX-[\w-]{28}/ },
  { kind: 'a Google token', pattern: /\bya29\.[\w-]{30,}/ },
  { kind: 'a Grafana token', pattern: /\bgls?[ac]_[A-Za-z\d+/]{32,}(?:_[\da-f]{8}|={0,2})/ },
  { kind: 'a Heroku key', pattern: /\bHRKU-[\w-]{36,}/ },
  { kind: 'a Hugging Face token', pattern: /\bhf_[A-Za-z\d]{34}/ },
  { kind: 'a key of an AI service', pattern: /\bsk-\w{20}T3BlbkFJ\w{20}|\b(?:gsk|r8)_\w{37,}/ },
  { kind: 'a Linear key', pattern: /\blin_(?:api|oauth)_[A-Za-z\d]{32,}/ },
  { kind: 'a Mailchimp key', pattern: /\b[\da-f]{32}-us\d{1,2}\b/ },
  { kind: 'a Mailgun key', pattern: /\bkey-[\da-f]{32}\b/ },
  { kind: 'a New Relic key', pattern: /\bNRAK-[A-Z\d]{27}|\b[\da-f]{36}NRAL\b/ },
  { kind: 'a Notion token', pattern: /\bntn_[A-Za-z\d]{40,}/ },
  { kind: 'a PlanetScale token', pattern: /\bpscale_(?:tkn|pw|oauth)_[\w.-]{30,}/ },
  { kind: 'a Postman key', pattern: /\bPMAK-[\da-f]{24}-[\da-f]{34}/ },
  { kind: 'a Pulumi token', pattern: /\bpul-[\da-f]{40}/ },
  { kind: 'a RubyGems key', pattern: /\brubygems_[\da-f]{48}/ },
  { kind: 'a Sentry token', pattern: /\bsntry[su]_[\w+/=-]{40,}/ },
  { kind: 'a Shopify token', pattern: /\bshp(?:at|ca|pa|ss)_[\da-fA-F]{32}/ },
  { kind: 'a Square token', pattern: /\bsq0(?:atp|csp|idp)-[\w-]{22,}/ },
  { kind: 'a Supabase token', pattern: /\bsb[ps]_[\da-f]{40}/ },
  { kind: 'a Teams webhook', pattern: /\.webhook\.office\.com\/webhookb2\/[\w@-]{36,}\// },
  { kind: 'a Telegram token', pattern: /\b\d{8,10}:AA[\w-]{33}\b/ },
  { kind: 'a Vault token', pattern: /(?<![\w.-])s\.[A-Za-z\d]{24}(?![\w.-])/, check: isMixed },
  { kind: 'a token in a URL', pattern: /\bhttps?:\/\/[\w-]{30,}@/i, check: isMixed },
];

/** Any of them has one of these, so that other text is done with at once. */
export const SERVICE_HINT =
  /pat[A-Za-z\d]{14}\.|AKCp|ATATT3|\dQ~|[?&]sig=|ABSK|dapi\d|dapi[a-f]|\/api\/webhooks\/|dckr_|dp\.[pscsa]|dt0|EAACE|fig[dup]_|FlyV1|GOCSPX|ya29\.|gls?[ac]_|HRKU-|hf_|T3BlbkFJ|gsk_|r8_|lin_|-us\d|key-[\da-f]|NRA[KL]|ntn_|pscale_|PMAK-|pul-|rubygems_|sntry|shp[acps]|sq0|sb[ps]_|webhookb2|:AA|(?<![\w.-])s\.[A-Za-z\d]{24}|:\/\/[\w-]{30,}@/;
