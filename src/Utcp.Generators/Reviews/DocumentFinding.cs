using Utcp.Manuals.Json;
using Utcp.Manuals.Review;

namespace Utcp.Generators.Reviews;

/// <summary>A finding in a file.</summary>
/// <param name="Code">Its id.</param>
/// <param name="Message">Its message, with the JSON Pointer of the value.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Where it stands in the file: the part of the value that is at fault.</param>
/// <param name="Edit">What repairs it, or null.</param>
/// <param name="Url">The refused URL that it is about, or null.</param>
internal sealed record DocumentFinding(string Code, string Message, string Path, JsonSpan Span, DocumentEdit? Edit, JudgedUrl? Url);
