// The command line: import (being written).
