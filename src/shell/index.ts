export { startStudio } from './start.tsx';
