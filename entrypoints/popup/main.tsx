import { drawPage } from '../person/page-root';
import { Popup } from './popup';

void drawPage(<Popup />);
