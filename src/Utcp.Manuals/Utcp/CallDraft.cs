using Utcp.Manuals.Model;

namespace Utcp.Manuals.Utcp;

/// <summary>A call template, read, before its inputs have their places.</summary>
/// <param name="Call">The call.</param>
/// <param name="Fields">The template's fields.</param>
/// <param name="Url">The URL template, or null when the protocol has none that is known.</param>
/// <param name="IsWholeBody">Whether the inputs without another place are together the body (v0.x, section 1.4).</param>
internal sealed record CallDraft(Call Call, FieldReader Fields, UrlTemplate? Url, bool IsWholeBody = false);
