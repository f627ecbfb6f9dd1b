import { useState, type RefObject } from "react";
import { MouseSensor, TouchSensor, useSensor, useSensors, type DragMoveEvent } from "@dnd-kit/core";
import type { Place, Script } from "../model/types";
import { dropTarget, type DropTarget } from "./drop";
import type { Row } from "./rows";

interface Options {
  readonly script: Script;
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly onMove: (id: string, place: Place) => void;
}

/** Dragging with a mouse or a finger; a finger rests a moment first, so that it can scroll. The keys have moves of their own. */
export function useTreeDrag({ script, rows, rowHeight, frame, onMove }: Options) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);
  const [startScroll, setStartScroll] = useState(0);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }));

  const targetOf = ({ active, activatorEvent, delta }: DragMoveEvent): DropTarget | null => {
    const element = frame.current;
    const start = startOf(activatorEvent);
    if (!element || start === null) {
      return null;
    }
    // `delta` has what the tree was scrolled since: it tells how far the row has come, not the pointer.
    const height = start - element.getBoundingClientRect().top + delta.y + startScroll;
    return dropTarget(script, rows, height / rowHeight, String(active.id));
  };

  const end = (): void => { setDragged(null); setTarget(null); };
  return {
    dragged,
    target,
    context: {
      sensors,
      accessibility: { restoreFocus: false },
      onDragStart: ({ active }: { active: { id: string | number } }) => { setDragged(String(active.id)); setStartScroll(frame.current?.scrollTop ?? 0); },
      onDragMove: (event: DragMoveEvent) => { setTarget(targetOf(event)); },
      onDragEnd: ({ active }: { active: { id: string | number } }) => {
        if (target) {
          onMove(String(active.id), target.place);
        }
        end();
      },
      onDragCancel: end,
    },
  };
}

function startOf(event: Event): number | null {
  return event instanceof MouseEvent ? event.clientY
    : "touches" in event ? ((event as TouchEvent).touches[0]?.clientY ?? null) : null;
}
