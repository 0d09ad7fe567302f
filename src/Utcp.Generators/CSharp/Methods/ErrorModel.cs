using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>An answer that reports an error.</summary>
/// <param name="Status">The statuses it is for.</param>
/// <param name="MediaType">The media type it is for, or null for any.</param>
/// <param name="Type">The type of its body, or null where the document declares no shape.</param>
/// <param name="Description">When it is given; "" when the document does not say.</param>
internal sealed record ErrorModel(StatusRange Status, string? MediaType, CSharpType? Type, string Description);
