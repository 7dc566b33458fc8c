import './notification.css';
import './notification.texts.js';
import { ActionIcon, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Notification, useReadNotifications } from '../api/notifications.js';
import { reps, useRepName, useTeamName } from '../api/people.js';
import { grainOf } from '../api/periods.js';
import { useFormats } from '../shared/formats.js';
import { Icon, type IconName } from '../shared/icon.js';
import type { TeamSearch } from '../team/team-search.js';
import { useLanguage } from '../texts/languages.js';

const ICONS = {
  quotaMet: 'cup',
  quotaOnTrack: 'check',
  quotaAtRisk: 'clock',
  quotaWillMiss: 'warning',
} as const satisfies Readonly<Record<string, IconName>>;
type Topic = keyof typeof ICONS;

const isTopic = (topic: string): topic is Topic => topic in ICONS;

type NotificationListProps = Readonly<{
  items: readonly Notification[];
  /** With what was said beside the subject. */
  whole?: boolean;
  /** When one was followed to what it is about. */
  onFollow?: () => void;
}>;

/** What somebody was told, each with the way to what it is about. */
export const NotificationList = ({ items, whole = false, onFollow }: NotificationListProps) => {
  const { t } = useTranslation('notification');
  const { language } = useLanguage();
  const { instant } = useFormats();
  const subjectOf = useSubject();
  const searchOf = useLandingSearch();
  const { mutate: read } = useReadNotifications();
  return (
    <ul className="notification-list">
      {items.map((item) => {
        const { id, topic, text, about, raisedAt, readAt } = item;
        const subject = subjectOf(item);
        const search = searchOf(about);
        const follow = () => {
          if (readAt === null) read([id]);
          onFollow?.();
        };
        return (
          <li key={id} className="notification" data-unread={readAt === null} data-topic={topic}>
            <span className="notification-icon">
              <Icon name={isTopic(topic) ? ICONS[topic] : 'bell'} />
            </span>
            <div>
              {search === null ? (
                <Text fw={600}>{subject}</Text>
              ) : (
                <Link to="/team" search={search} className="quiet-link" onClick={follow}>
                  {subject}
                </Link>
              )}
              <Text size="sm" c="dimmed">
                {instant(raisedAt)}
              </Text>
              {/* In the words in which it was sent. Of what is known the page that it leads to says the same in any language. */}
              {whole && (language === 'en' || !isTopic(topic)) && (
                <p className="notification-text" lang="en">
                  {text}
                </p>
              )}
            </div>
            {readAt === null && (
              <ActionIcon
                variant="subtle"
                size={30}
                aria-label={t('read', { subject })}
                title={t('read', { subject })}
                onClick={() => read([id])}
              >
                <Icon name="check" size={16} />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** What is said of it, in the reader's language where the topic is known. */
const useSubject = (): ((item: Notification) => string) => {
  const { t } = useTranslation('notification');
  const repName = useRepName();
  const teamName = useTeamName();
  return ({ topic, subject, about }) => {
    if (!isTopic(topic) || about?.period == null) return subject;
    const name = about.kind === 'team' ? teamName(about.id) : repName(about.id);
    return t(`topic.${topic}`, { name, period: about.period });
  };
};

/** Where the landing behind it is shown: of a rep among the team; null: it is about nothing that is shown. */
const useLandingSearch = (): ((about: Notification['about']) => TeamSearch | null) => {
  const { data } = useQuery(reps);
  return (about) => {
    if (about?.period == null) return null;
    const period = { by: grainOf(about.period), period: about.period };
    if (about.kind === 'team') return { ...period, team: about.id };
    return about.kind === 'rep' && data?.some(({ id }) => id === about.id) ? { ...period, rep: about.id } : null;
  };
};
