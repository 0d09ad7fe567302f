using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What a method returns.</summary>
/// <param name="Kind">How the answer is read.</param>
/// <param name="Type">The type of the value or of each item; null where there is none.</param>
internal sealed record ResultModel(ResultKind Kind, CSharpType? Type)
{
    /// <summary>Which case of the type the answers are, by status; empty when one type is for all.</summary>
    public IReadOnlyList<StatusCaseModel> Cases { get; init; } = [];

    /// <summary>Whether the method returns items while they arrive.</summary>
    public bool IsMany => Kind is ResultKind.Events or ResultKind.Items or ResultKind.Chunks;
}

/// <summary>Which case of a union the answers of some statuses are.</summary>
/// <param name="Status">The statuses.</param>
/// <param name="Case">The case, from 0; -1 for any JSON value.</param>
/// <param name="Kind">How the body is read: as JSON, text or bytes.</param>
internal sealed record StatusCaseModel(StatusRange Status, int Case, MediaKind Kind);

/// <summary>How an answer is read.</summary>
internal enum ResultKind
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>As a typed value.</summary>
    Value,

    /// <summary>As bytes while they arrive.</summary>
    Stream,

    /// <summary>As typed values, one per server-sent event.</summary>
    Events,

    /// <summary>As typed values while they arrive over streamable HTTP.</summary>
    Items,

    /// <summary>Not at all: the connection is the caller's, for messages of this type.</summary>
    Session,

    /// <summary>As pieces of bytes while they arrive.</summary>
    Chunks,
}
