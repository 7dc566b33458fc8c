type QuotaMarks = Readonly<{ name: string; color: string | undefined; quotas: readonly (number | null)[] }>;

/** The quota of each category of a bar chart: a mark across its bar. Nothing joins them, as nothing lies between them. */
export const quotaMarks = ({ name, color, quotas }: QuotaMarks) => ({
  name,
  type: 'line',
  lineStyle: { opacity: 0 },
  symbol: 'rect',
  symbolSize: [28, 4],
  itemStyle: { color },
  data: quotas,
});
