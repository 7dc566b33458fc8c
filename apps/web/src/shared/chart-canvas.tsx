import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type RefObject, useEffect, useRef } from 'react';

use([AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

export type ChartOption = EChartsCoreOption;
/** The chart as a picture, as the address of its data: as a scalable drawing, or in pixels. */
export type ChartHandle = Readonly<{ picture: () => string; pixels: () => Promise<string> }>;

type ChartCanvasProps = Readonly<{
  title: string;
  option: ChartOption;
  scheme: 'light' | 'dark';
  handle: RefObject<ChartHandle | null>;
  onPick?: ((name: string, series: number) => void) | undefined;
}>;

const INK = {
  light: { text: '#334155', line: '#dfe3ea', ground: '#ffffff' },
  dark: { text: '#c3cad6', line: '#2f3744', ground: '#1b2029' },
} as const;

/** What all charts have alike: the theme's ink, a legend that keeps off the axis, room for it. */
const framed = (option: ChartOption, scheme: 'light' | 'dark', fontFamily: string): EChartsCoreOption => {
  const { text, line, ground } = INK[scheme];
  const axis = {
    axisLabel: { color: text },
    axisLine: { lineStyle: { color: line } },
    splitLine: { lineStyle: { color: line } },
  };
  const { xAxis, yAxis, tooltip, ...rest } = option as Readonly<Record<string, object>>;
  const inked = (own: Readonly<{ axisLabel?: object }> = {}) => ({
    ...axis,
    ...own,
    axisLabel: { ...axis.axisLabel, ...own.axisLabel },
  });
  return {
    animationDuration: 200,
    textStyle: { fontFamily },
    aria: { enabled: true },
    grid: { left: 12, right: 18, top: 44, bottom: 8, containLabel: true },
    // On a phone it turns pages: a second line would lie on the axis.
    legend: {
      ...{ type: 'scroll', top: 4, left: 0, right: 0, icon: 'roundRect', textStyle: { color: text } },
      ...{ pageIconColor: text, pageIconInactiveColor: line, pageTextStyle: { color: text } },
    },
    tooltip: { trigger: 'axis', backgroundColor: ground, borderColor: line, textStyle: { color: text }, ...tooltip },
    xAxis: inked(xAxis),
    yAxis: inked(yAxis),
    ...rest,
  };
};

/** So many pixels for each of the page: fine enough for print. */
const FINENESS = 2;

/** Paints a drawing on a ground, as a PNG. */
const pixelsOf = async (drawing: string, width: number, height: number, ground: string): Promise<string> => {
  const image = new Image(width, height);
  image.src = drawing;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * FINENESS, height * FINENESS];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser paints on no canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
};

/** A chart as scalable drawing; `handle` gives it as a picture. */
export const ChartCanvas = ({ title, option, scheme, handle, onPick }: ChartCanvasProps) => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const ground = useRef<string>(INK[scheme].ground);
  ground.current = INK[scheme].ground;
  useEffect(() => {
    if (place.current === null) return undefined;
    const drawn = init(place.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const picture = () => drawn.getDataURL({ type: 'svg', backgroundColor: 'transparent' });
    const pixels = () => pixelsOf(picture(), drawn.getWidth(), drawn.getHeight(), ground.current);
    handle.current = { picture, pixels };
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(place.current);
    return () => {
      resized.disconnect();
      drawn.dispose();
      chart.current = null;
      handle.current = null;
    };
  }, [handle]);
  useEffect(() => {
    if (place.current === null) return;
    // By name: widths of texts are measured with it outside the page. It stands in an attribute of the drawing, unescaped.
    const fontFamily = getComputedStyle(place.current).fontFamily.replaceAll('"', "'");
    chart.current?.setOption(framed(option, scheme, fontFamily), { notMerge: true });
  }, [option, scheme]);
  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null || onPick === undefined) return undefined;
    const pick = ({ name, seriesIndex }: { name: string; seriesIndex: number }) => onPick(name, seriesIndex);
    drawn.on('click', pick as never);
    return () => {
      if (!drawn.isDisposed()) drawn.off('click', pick as never);
    };
  }, [onPick]);
  return <div ref={place} role="img" aria-label={title} style={{ height: 320 }} />;
};
