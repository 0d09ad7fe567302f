using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What a method returns.</summary>
/// <param name="Kind">How the answer is read.</param>
/// <param name="Type">The type of the value or of each item; null where there is none.</param>
internal sealed record ResultModel(ResultKind Kind, CSharpType? Type)
{
    /// <summary>Whether the method returns items while they arrive.</summary>
    public bool IsMany => Kind is ResultKind.Events or ResultKind.Items or ResultKind.Chunks;
}

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
