namespace Utcp.Http;

/// <summary>A part of a URL template, ready to be sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A literal as it goes into the URL, or the name of a placeholder or variable.</param>
internal readonly record struct PlanPiece(PlanPieceKind Kind, string Text);

internal enum PlanPieceKind : byte
{
    Literal,

    /// <summary><c>{name}</c>.</summary>
    Placeholder,

    /// <summary><c>{name}</c> after <c>#</c>: filled by the caller, never sent.</summary>
    Ignored,

    /// <summary><c>${NAME}</c>.</summary>
    Variable,

    /// <summary><c>$NAME</c>, which stays as written when nothing knows it (D31).</summary>
    BareVariable,
}
