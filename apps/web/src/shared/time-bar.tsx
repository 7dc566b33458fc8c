import { ActionIcon, Alert, Button, Group, SegmentedControl, Slider, TextInput } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween } from '../api/days.js';
import { useTime } from '../api/time.js';
import { AsItWas } from './as-it-was.js';
import { useFormats } from './formats.js';
import { Icon } from './icon.js';

/** So often the page follows the slider while it is dragged. */
const FOLLOW_MS = 80;
const PLAY_MS = 350;
/** Playing takes about this many steps, however long the past is. */
const PLAY_STEPS = 90;

/** Where nobody knows on which day the past begins, it is so many days long. */
const PAST_DAYS = 3 * 365;

/** Travels to any day between `firstDay` and today; whatever is on the page shows that day. */
export const TimeBar = (props: Readonly<{ firstDay?: string }>) => {
  const { t } = useTranslation();
  const { day: sayDay } = useFormats();
  const { day, known, today, recordedOn, travel } = useTime();
  const { firstDay = addDays(today, -PAST_DAYS) } = props;
  const shown = day ?? today;
  const length = Math.max(1, daysBetween(firstDay, today));
  const place = Math.min(length, Math.max(0, daysBetween(firstDay, shown)));
  // While it is dragged the slider is ahead of the page.
  const [ahead, setAhead] = useState<number | null>(null);
  const dayAt = (at: number) => addDays(firstDay, at);

  const show = (at: number) => travel(at >= length ? {} : { day: dayAt(at), known });
  const follow = useThrottledCallback(show, FOLLOW_MS);
  const { playing, toggle } = usePlay({ place, length, show });

  return (
    <section className="sheet time-bar" aria-label={t('time.travel')} data-past={day !== null}>
      <ActionIcon variant="light" size={34} onClick={toggle} aria-label={t(playing ? 'time.pause' : 'time.play')}>
        <Icon name={playing ? 'pause' : 'play'} />
      </ActionIcon>
      <Slider
        className="time-bar-slider"
        min={0}
        max={length}
        value={ahead ?? place}
        onChange={(at) => {
          setAhead(at);
          follow(at);
        }}
        onChangeEnd={(at) => {
          setAhead(null);
          show(at);
        }}
        label={(at) => sayDay(dayAt(at))}
        thumbLabel={t('time.slider')}
        thumbProps={{ 'aria-valuetext': sayDay(dayAt(ahead ?? place)) }}
      />
      <TextInput
        type="date"
        aria-label={t('time.day')}
        value={shown}
        min={firstDay}
        max={today}
        onChange={({ currentTarget: { value } }) => {
          if (value >= firstDay && value <= today) travel(value === today ? {} : { day: value, known });
        }}
        w={150}
      />
      {day !== null && (
        <>
          <SegmentedControl
            title={t(known ? 'time.asKnownHint' : 'time.asItWasHint')}
            size="xs"
            value={known ? 'known' : 'was'}
            onChange={(value) => travel({ day, known: value === 'known' })}
            data={[
              { value: 'was', label: t('time.asItWas') },
              { value: 'known', label: t('time.asKnown') },
            ]}
          />
          <Button variant="light" size="xs" onClick={() => travel({})}>
            {t('time.backToNow')}
          </Button>
        </>
      )}
      {recordedOn !== null && (
        <Alert role="status" color="yellow" w="100%" icon={<Icon name="clock" />}>
          <Group justify="space-between">
            {t('time.recordedOn', { day: sayDay(recordedOn) })}
            <AsItWas />
          </Group>
        </Alert>
      )}
    </section>
  );
};

type Played = Readonly<{ place: number; length: number; show: (at: number) => void }>;

/** Steps through the days to today, each once the page shows the one before; from the first day on when it is today. */
const usePlay = ({ place, length, show }: Played) => {
  const [playing, setPlaying] = useState(false);
  // The address follows a moment after the wish: until then it is still today that is shown.
  const rewinding = useRef(false);
  const settled = useIsFetching() === 0;
  useEffect(() => {
    if (place < length) rewinding.current = false;
    if (!playing || !settled || rewinding.current) return undefined;
    if (place >= length) {
      setPlaying(false);
      return undefined;
    }
    const step = Math.ceil(length / PLAY_STEPS);
    const next = window.setTimeout(() => show(Math.min(length, place + step)), PLAY_MS);
    return () => window.clearTimeout(next);
  }, [playing, settled, place, length, show]);
  const toggle = () => {
    if (!playing && place >= length) {
      rewinding.current = true;
      show(0);
    }
    setPlaying(!playing);
  };
  return { playing, toggle };
};
