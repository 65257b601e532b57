"""What `spacy train --code` imports: the arithmetic of the pipeline that is to be."""

from analysis.language.arithmetic import use_numpy_arithmetic

use_numpy_arithmetic()
