import type { SuggestedCadence } from '../../../components/details/cadence-field';
import type { ProfileLink, TagsKnown } from '../../../components/details/details';
import type { Owner } from '../../../components/details/links-field';
import { LeftTexts } from '../../../components/note/left-texts';
import { NoteDesk } from '../../../components/note/note-desk';
import { FormDrawer } from '../../../components/person/begun-forms';
import { nameOf } from '../../../components/person/person-header';
import type { Finder } from '../../../components/person/same-person-as';
import { PersonPane } from '../../../components/person/person-pane';
import type { PendingDate } from '../../../lib/model/pending-action';
import type { PersonView } from '../../../lib/model/person-view';
import type { Profile } from '../../../lib/model/profile';
import { profileKeyOf } from '../../../lib/sites/profile-key';
import { understandWhen } from '../../../lib/reminders/plain-words';
import { dayPresets, followUpPresets, snoozePresets } from '../../../lib/reminders/snooze';
import { actions } from './people';
import { Records } from './records';
import { vi } from 'vitest';
import { MOMENT } from './screen';

const understand = async (words: string) => understandWhen(words, MOMENT.now, MOMENT.zone, '09:00', MOMENT.locale);
const followUpChoices = followUpPresets(MOMENT.now, MOMENT.zone, '09:00');
const snoozeWays = { times: snoozePresets(MOMENT.now, MOMENT.zone, '09:00'), days: dayPresets(MOMENT.now, MOMENT.zone, '09:00') };

/** A surface with one person on it at a time, as the side panel has. */
export class Surface {
  readonly records = new Records();
  readonly actions = actions();
  tags: TagsKnown = { facts: [], inUse: [] };
  suggestedCadence: SuggestedCadence | undefined;
  frontPage: string | undefined;
  days: readonly PendingDate[] = [];
  /** Whether Kith is on where they have a profile. */
  isNoticed = true;
  profileLinks: readonly ProfileLink[] = [];
  findOwner = vi.fn(async (): Promise<Owner | undefined> => undefined);
  finder: Finder = () => null;
  /** Whether a page of theirs is in front. */
  isInFront = true;
  readonly desk = new NoteDesk(this.records.newId);
  readonly drawer = new FormDrawer();

  /** The person of `profile`, kept when there is a view. */
  of(profile: Profile, view?: PersonView) {
    const ids = [profile.key, ...(view ? [view.contact.id] : [])];
    return (
      <>
        <LeftTexts desk={this.desk} />
        <PersonPane
          key={profile.key}
          view={view}
          profile={this.isInFront ? profile : undefined}
          profileLinks={this.profileLinks}
          suggestions={[]}
          suggestedCadence={this.suggestedCadence}
          tags={this.tags}
          pointed={false}
          desk={this.desk}
          drawer={this.drawer}
          subject={{ ids, name: nameOf(view, profile), keep: this.records.keep }}
          actions={this.actions}
          keyOf={(url) => profileKeyOf(url)?.key}
          findOwner={this.findOwner}
          finder={this.finder}
          understand={understand}
          followUpChoices={followUpChoices}
          snoozeWays={snoozeWays}
          days={this.days}
          frontPage={this.frontPage}
          isNoticed={this.isNoticed}
          focused
        />
      </>
    );
  }
}
