// First, so that it is under way while React is started.
import { listAhead } from './list-ahead';
import { drawPage } from '../person/page-root';
import { Popup } from './popup';

void drawPage(<Popup listAhead={listAhead} />, listAhead);
