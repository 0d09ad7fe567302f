using Utcp.Manuals.Json;

namespace Utcp.Manuals.OpenApi;

/// <summary>An operation and where it was found.</summary>
/// <param name="Path">The path, with its placeholders.</param>
/// <param name="PathSpan">Where the path stands.</param>
/// <param name="Method">The method in upper case.</param>
/// <param name="MethodSpan">Where the method stands.</param>
/// <param name="Operation">The operation; an object.</param>
/// <param name="PathItem">What its path has for all operations.</param>
internal sealed record OperationSource(string Path, JsonSpan PathSpan, string Method, JsonSpan MethodSpan, Located Operation, Located PathItem);
