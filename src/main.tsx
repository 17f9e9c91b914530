import { startStudio } from './shell/index.ts';

const root = document.getElementById('root');
if (root) startStudio(root);
