using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>How one member of a form or multipart body is written.</summary>
internal sealed record EncodingModel(string Property, string? ContentType, ParameterStyle? Style, bool Explode, bool AllowReserved);
