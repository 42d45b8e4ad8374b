declare module 'virtual:office.css'
