import { drawPage } from '../person/page-root';
import { SidePanel } from './side-panel';

drawPage(<SidePanel />);
