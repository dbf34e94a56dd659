/** A table of any length: only the rows in sight are drawn. Arrow keys move, Enter opens, Space selects. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Column {
  name: string;
  head: ComponentChildren;
  /** A CSS grid track: "8rem", "minmax(12rem, 1fr)". */
  width: string;
  /** What it is sorted by; without it the column cannot be. */
  sort?: string;
  end?: boolean;
  cell: (row: number) => ComponentChildren;
}

interface Props {
  label: string;
  columns: readonly Column[];
  /** Row numbers in the order shown. */
  rows: { length: number; at(index: number): number | undefined };
  keyOf: (row: number) => string;
  sort?: string;
  onSort?: (sort: string) => void;
  selected?: (row: number) => boolean;
  active?: number | null;
  onActive?: (row: number) => void;
  onOpen?: (row: number) => void;
  onSelect?: (row: number, event: { shiftKey: boolean }) => void;
  height?: string;
  /** Below this width the table is scrolled sideways. */
  least?: string;
}

const BEYOND = 8; // rows drawn above and below those in sight

export function Table(props: Props) {
  const { columns, rows } = props;
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const rem = useRem();
  const rowHeight = Math.round(2.1 * rem);
  useLayoutEffect(() => {
    const node = box.current!;
    const measure = (): void => setSeen({ top: node.scrollTop, height: node.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    node.addEventListener("scroll", measure, { passive: true });
    return () => {
      watch.disconnect();
      node.removeEventListener("scroll", measure);
    };
  }, []);
  const at = indexOf(rows, props.active ?? null);
  useEffect(() => reveal(box.current, at, rowHeight), [at]);
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / rowHeight) + BEYOND);
  const grid = { gridTemplateColumns: columns.map((one) => one.width).join(" ") };
  const press = (event: KeyboardEvent): void => pressed(event, props, at, Math.floor(seen.height / rowHeight) - 2);
  return (
    <div
      class="table" ref={box} tabIndex={0} role="grid" aria-label={props.label} aria-rowcount={rows.length + 1} aria-colcount={columns.length} aria-multiselectable={!!props.onSelect}
      aria-activedescendant={at >= 0 && at >= first && at < last ? `row-${props.keyOf(props.active!)}` : undefined} onKeyDown={press} style={{ ...(props.height ? { height: props.height } : {}), "--least": props.least ?? "0px" }}
    >
      <div class="table-head" role="row" aria-rowindex={1} style={grid}>
        {columns.map((column) => <HeadCell key={column.name} column={column} sort={props.sort} onSort={props.onSort} />)}
      </div>
      <div class="table-rows" role="rowgroup" style={{ height: `${rows.length * rowHeight}px` }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => {
          const index = first + offset;
          const row = rows.at(index)!;
          return (
            <div
              key={props.keyOf(row)} id={`row-${props.keyOf(row)}`} class={index === at ? "table-row active" : "table-row"} role="row" aria-rowindex={index + 2}
              aria-selected={props.selected ? props.selected(row) : index === at} style={{ ...grid, top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
              onClick={(event) => (event.target as Element).closest("a, button, input") || props.onActive?.(row)} onDblClick={() => props.onOpen?.(row)}
            >
              {columns.map((column) => <div key={column.name} class={column.end ? "table-cell num" : "table-cell"} role="gridcell">{column.cell(row)}</div>)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeadCell({ column, sort = "", onSort }: { column: Column; sort?: string | undefined; onSort?: ((sort: string) => void) | undefined }) {
  const own = column.sort && sort.replace(/^-/, "") === column.sort;
  const down = sort.startsWith("-");
  return (
    <div class={column.end ? "table-cell num" : "table-cell"} role="columnheader" aria-sort={own ? (down ? "descending" : "ascending") : undefined}>
      {column.sort && onSort ? (
        <button data-sorted={own || undefined} onClick={() => onSort(own && down ? column.sort! : own ? `-${column.sort}` : `-${column.sort}`)}>
          {column.head}{own && <span aria-hidden="true">{down ? "↓" : "↑"}</span>}
        </button>
      ) : column.head}
    </div>
  );
}

function pressed(event: KeyboardEvent, props: Props, at: number, pageful: number): void {
  const last = props.rows.length - 1;
  const moves: Record<string, number> = {
    ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, PageDown: at + pageful, PageUp: at - pageful, Home: 0, End: last,
  };
  const move = moves[event.key];
  const row = at >= 0 ? props.rows.at(at) : undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest("input, button, a")) return;
  if (move !== undefined && last >= 0) props.onActive?.(props.rows.at(Math.min(last, Math.max(0, move)))!);
  else if (event.key === "Enter" && row !== undefined) props.onOpen?.(row);
  else if ((event.key === " " || event.key === "x") && row !== undefined && props.onSelect) props.onSelect(row, event);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function indexOf(rows: Props["rows"], row: number | null): number {
  if (row === null) return -1;
  return (rows as unknown as { indexOf(row: number): number }).indexOf(row);
}

function reveal(node: HTMLElement | null, at: number, rowHeight: number): void {
  if (!node || at < 0) return;
  const head = node.querySelector<HTMLElement>(".table-head")?.offsetHeight ?? 0;
  const top = at * rowHeight;
  if (top < node.scrollTop) node.scrollTop = top;
  else if (top + rowHeight + head > node.scrollTop + node.clientHeight) node.scrollTop = top + rowHeight + head - node.clientHeight;
}

function useRem(): number {
  const [rem] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  return rem;
}
