import { i18n } from '#i18n';
import type { Relation } from '../lib/model/contact';
import type { Benefit, Channel } from '../lib/model/interaction';
import type { AnnotationMode } from '../lib/model/settings';
import type { Staleness } from '../lib/model/staleness';

/** The words people read for the words the records hold. */

export function channelLabel(channel: Channel): string {
  return channel === 'e-mail' ? i18n.t('channel.email') : i18n.t(`channel.${channel}`);
}

export function benefitLabel(benefit: Benefit): string {
  return i18n.t(`benefit.${benefit}`);
}

export function relationLabel(relation: Relation): string {
  return i18n.t(`relation.${relation}`);
}

export function stalenessLabel(staleness: Staleness): string {
  return i18n.t(`staleness.${staleness}`);
}

export function annotationModeLabel(mode: AnnotationMode): string {
  return i18n.t(`annotationMode.${mode}`);
}
