import { drawPage } from '../person/page-root';
import { SidePanel } from './side-panel';

void drawPage(<SidePanel />);
