import { drawPage } from '../person/page-root';
import { Dashboard } from './dashboard';

void drawPage(<Dashboard />);
