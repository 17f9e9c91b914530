import {
  ArrowRight,
  CircleCheck,
  CircleHelp,
  CircleX,
  Columns3,
  type LucideIcon,
  Repeat2,
  Split,
  SquareFunction,
  Timer,
} from 'lucide-react';
import type { State } from '../../fdl/index.ts';

/** One sign per state type; the colour comes from the theme. */
export const typeIcons: Readonly<Record<State['type'], LucideIcon>> = {
  Task: SquareFunction,
  Choice: Split,
  Pass: ArrowRight,
  Wait: Timer,
  Parallel: Columns3,
  Map: Repeat2,
  Succeed: CircleCheck,
  Fail: CircleX,
  Unknown: CircleHelp,
};
