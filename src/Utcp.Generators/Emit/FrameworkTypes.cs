namespace Utcp.Generators.Emit;

/// <summary>All types of the framework and of Utcp.Runtime that emitted code names.</summary>
internal static class FrameworkTypes
{
    private static readonly List<FrameworkType> AllTypes = [];

    public static readonly FrameworkType Task = Add("System.Threading.Tasks", "Task");
    public static readonly FrameworkType CancellationToken = Add("System.Threading", "CancellationToken");
    public static readonly FrameworkType GeneratedCode = Add("System.CodeDom.Compiler", "GeneratedCodeAttribute");
    public static readonly FrameworkType Obsolete = Add("System", "ObsoleteAttribute");
    public static readonly FrameworkType SetsRequiredMembers = Add("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute");
    public static readonly FrameworkType NotNullWhen = Add("System.Diagnostics.CodeAnalysis", "NotNullWhenAttribute");
    public static readonly FrameworkType Equatable = Add("System", "IEquatable", 1);
    public static readonly FrameworkType Func = Add("System", "Func", 2);
    public static readonly FrameworkType StringBuilder = Add("System.Text", "StringBuilder");
    public static readonly FrameworkType Guid = Add("System", "Guid");
    public static readonly FrameworkType DateTimeOffset = Add("System", "DateTimeOffset");
    public static readonly FrameworkType DateOnly = Add("System", "DateOnly");
    public static readonly FrameworkType TimeOnly = Add("System", "TimeOnly");
    public static readonly FrameworkType TimeSpan = Add("System", "TimeSpan");
    public static readonly FrameworkType Uri = Add("System", "Uri");
    public static readonly FrameworkType Stream = Add("System.IO", "Stream");
    public static readonly FrameworkType ReadOnlyMemory = Add("System", "ReadOnlyMemory", 1);
    public static readonly FrameworkType ReadOnlyList = Add("System.Collections.Generic", "IReadOnlyList", 1);
    public static readonly FrameworkType ReadOnlyDictionary = Add("System.Collections.Generic", "IReadOnlyDictionary", 2);
    public static readonly FrameworkType AsyncEnumerable = Add("System.Collections.Generic", "IAsyncEnumerable", 1);
    public static readonly FrameworkType JsonElement = Add("System.Text.Json", "JsonElement");
    public static readonly FrameworkType Utf8JsonReader = Add("System.Text.Json", "Utf8JsonReader");
    public static readonly FrameworkType JsonConverter = Add("System.Text.Json.Serialization", "JsonConverterAttribute");

    // Utcp.Runtime
    public static readonly FrameworkType Channel = Add("Utcp", "UtcpChannel");
    public static readonly FrameworkType ClientOptions = Add("Utcp", "UtcpClientOptions");
    public static readonly FrameworkType CallOptions = Add("Utcp", "UtcpCallOptions");
    public static readonly FrameworkType UtcpClient = Add("Utcp", "IUtcpClient", 1);
    public static readonly FrameworkType ManualInfo = Add("Utcp", "ManualInfo");
    public static readonly FrameworkType ToolInfo = Add("Utcp", "ToolInfo");
    public static readonly FrameworkType ToolEffects = Add("Utcp", "ToolEffects");
    public static readonly FrameworkType VariableInfo = Add("Utcp", "VariableInfo");
    public static readonly FrameworkType File = Add("Utcp", "UtcpFile");
    public static readonly FrameworkType StreamResult = Add("Utcp", "UtcpStreamResult");
    public static readonly FrameworkType WebSocketSession = Add("Utcp", "UtcpWebSocketSession", 1);
    public static readonly FrameworkType HttpException = Add("Utcp", "UtcpHttpException");
    public static readonly FrameworkType ToolException = Add("Utcp", "UtcpToolException");
    public static readonly FrameworkType ConnectionException = Add("Utcp", "UtcpConnectionException");
    public static readonly FrameworkType TimeoutException = Add("Utcp", "UtcpTimeoutException");
    public static readonly FrameworkType Optional = Add("Utcp", "Optional", 1);
    public static readonly FrameworkType ClientBinding = Add("Utcp.Generated", "ClientBinding");
    public static readonly FrameworkType HttpOperation = Add("Utcp.Generated", "HttpOperation");
    public static readonly FrameworkType ServerVariable = Add("Utcp.Generated", "ServerVariable");
    public static readonly FrameworkType HttpSecurity = Add("Utcp.Generated", "HttpSecurity");
    public static readonly FrameworkType SchemaConstraints = Add("Utcp.Generated", "SchemaConstraintsAttribute");
    public static readonly FrameworkType RequiredVariable = Add("Utcp.Generated", "RequiredVariableAttribute");
    public static readonly FrameworkType CaseForm = Add("Utcp.Generated", "CaseForm");
    public static readonly FrameworkType HttpError = Add("Utcp.Generated", "HttpError");
    public static readonly FrameworkType WebSocketOperation = Add("Utcp.Generated", "WebSocketOperation");
    public static readonly FrameworkType WebSocketFormat = Add("Utcp.Generated", "WebSocketFormat");
    public static readonly FrameworkType WebSocketRequestBuilder = Add("Utcp.Generated", "WebSocketRequestBuilder");
    public static readonly FrameworkType HttpRequestBuilder = Add("Utcp.Generated", "HttpRequestBuilder");
    public static readonly FrameworkType JsonModelInterface = Add("Utcp.Json", "IJsonModel", 1);
    public static readonly FrameworkType JsonUnionInterface = Add("Utcp.Json", "IJsonUnion", 1);
    public static readonly FrameworkType JsonModelConverter = Add("Utcp.Json", "JsonModelConverter", 1);
    public static readonly FrameworkType JsonModel = Add("Utcp.Json", "JsonModel");
    public static readonly FrameworkType JsonRead = Add("Utcp.Json", "JsonRead");
    public static readonly FrameworkType JsonWrite = Add("Utcp.Json", "JsonWrite");
    public static readonly FrameworkType JsonNames = Add("Utcp.Json", "JsonNames");
    public static readonly FrameworkType JsonOutput = Add("Utcp.Json", "JsonOutput");
    public static readonly FrameworkType JsonUnion = Add("Utcp.Json", "JsonUnion");
    public static readonly FrameworkType JsonCase = Add("Utcp.Json", "JsonCase");
    public static readonly FrameworkType JsonCases = Add("Utcp.Json", "JsonCases");
    public static readonly FrameworkType JsonFormat = Add("Utcp.Json", "JsonFormat");
    public static readonly FrameworkType JsonKinds = Add("Utcp.Json", "JsonKinds");
    public static readonly FrameworkType JsonDiscriminator = Add("Utcp.Json", "JsonDiscriminator");
    public static readonly FrameworkType JsonExtras = Add("Utcp.Json", "JsonExtras", 2);
    public static readonly FrameworkType ModelCodec = Add("Utcp.Json", "ModelCodec", 1);
    public static readonly FrameworkType ListCodec = Add("Utcp.Json", "ListCodec", 2);
    public static readonly FrameworkType MapCodec = Add("Utcp.Json", "MapCodec", 2);
    public static readonly FrameworkType NullableCodec = Add("Utcp.Json", "NullableCodec", 2);
    public static readonly FrameworkType NullableReferenceCodec = Add("Utcp.Json", "NullableReferenceCodec", 2);
    public static readonly FrameworkType Int32EnumCodec = Add("Utcp.Json", "Int32EnumCodec", 1);
    public static readonly FrameworkType Int64EnumCodec = Add("Utcp.Json", "Int64EnumCodec", 1);
    public static readonly FrameworkType StringCodec = Add("Utcp.Json", "StringCodec");
    public static readonly FrameworkType BooleanCodec = Add("Utcp.Json", "BooleanCodec");
    public static readonly FrameworkType Int32Codec = Add("Utcp.Json", "Int32Codec");
    public static readonly FrameworkType Int64Codec = Add("Utcp.Json", "Int64Codec");
    public static readonly FrameworkType DoubleCodec = Add("Utcp.Json", "DoubleCodec");
    public static readonly FrameworkType DecimalCodec = Add("Utcp.Json", "DecimalCodec");
    public static readonly FrameworkType GuidCodec = Add("Utcp.Json", "GuidCodec");
    public static readonly FrameworkType DateTimeOffsetCodec = Add("Utcp.Json", "DateTimeOffsetCodec");
    public static readonly FrameworkType DateCodec = Add("Utcp.Json", "DateCodec");
    public static readonly FrameworkType TimeCodec = Add("Utcp.Json", "TimeCodec");
    public static readonly FrameworkType DurationCodec = Add("Utcp.Json", "DurationCodec");
    public static readonly FrameworkType UriCodec = Add("Utcp.Json", "UriCodec");
    public static readonly FrameworkType BytesCodec = Add("Utcp.Json", "BytesCodec");
    public static readonly FrameworkType FileCodec = Add("Utcp.Json", "FileCodec");
    public static readonly FrameworkType ElementCodec = Add("Utcp.Json", "ElementCodec");

    // Utcp.Manuals
    public static readonly FrameworkType ParameterStyle = Add("Utcp.Manuals.Model", "ParameterStyle");
    public static readonly FrameworkType PropertyEncoding = Add("Utcp.Manuals.Model", "PropertyEncoding");
    public static readonly FrameworkType ApiKeyAuth = Add("Utcp.Manuals.Model", "ApiKeyAuth");
    public static readonly FrameworkType ApiKeyLocation = Add("Utcp.Manuals.Model", "ApiKeyLocation");
    public static readonly FrameworkType BasicAuth = Add("Utcp.Manuals.Model", "BasicAuth");
    public static readonly FrameworkType OAuth2Auth = Add("Utcp.Manuals.Model", "OAuth2Auth");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FrameworkType> All => AllTypes;

    private static FrameworkType Add(string ns, string name, int arity = 0)
    {
        var type = new FrameworkType(ns, name, arity);
        AllTypes.Add(type);
        return type;
    }
}
