using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Utcp.Http;

namespace Utcp.Telemetry;

/// <summary>Tells listeners about one call. There is none when nobody listens.</summary>
internal sealed class CallObservation
{
    private static readonly ActivitySource s_source = new(UtcpTelemetry.ActivitySourceName, typeof(CallObservation).Assembly.GetName().Version?.ToString(3));

    private readonly UtcpRequest _request;
    private readonly TagList _tags;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private int _resends;
    private int _status;
    private bool _isOver;

    private CallObservation(UtcpRequest request)
    {
        _request = request;
        _tags = CallTags.Of(request);
        _activity = s_source.StartActivity(ActivityKind.Client, tags: _tags, name: "utcp.call");
        if (_activity is not null)
        {
            _activity.DisplayName = request.Tool;
        }

        request.Channel.Log?.Starting(request.Tool, request.Method.Method, request.Operation.Plan.Route, request.RequestUri?.IdnHost);
    }

    /// <summary>Begins to observe a call if somebody listens. Called within an async method, so that the activity stays current for what that method does only.</summary>
    public static void Start(UtcpRequest request)
    {
        if (s_source.HasListeners() || CallMetrics.Duration.Enabled || request.Channel.Log?.IsEnabled(LogLevel.Warning) == true)
        {
            request.Observation = new(request);
        }
    }

    /// <summary>Makes the activity the current one, where an earlier part of the call has begun it.</summary>
    public void Enter()
    {
        if (_activity is not null)
        {
            Activity.Current = _activity;
        }
    }

    public void Answered(int status) => _status = status;

    public void Retried() => _resends++;

    public void Succeeded()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _request.Channel.Log?.Succeeded(_request.Tool, _status, Milliseconds);
        End(null);
    }

    /// <summary>Notes the failure. For exception filters.</summary>
    /// <returns>False, always.</returns>
    public bool Failed(Exception e)
    {
        if (_isOver)
        {
            return false;
        }

        _isOver = true;
        _status = e is UtcpHttpException http ? http.StatusCode : _status;
        var type = CallTags.ErrorTypeOf(e);
        if (e is OperationCanceledException)
        {
            _request.Channel.Log?.Cancelled(_request.Tool, Milliseconds);
        }
        else
        {
            // Texts of others are not ours to vouch for.
            _request.Channel.Log?.Failed(_request.Tool, type, Milliseconds, e is UtcpException ? e.Message : type);
            _activity?.SetStatus(ActivityStatusCode.Error, e is UtcpException ? e.Message : null);
        }

        End(type);
        return false;
    }

    private long Milliseconds => (long)Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    private void End(string? errorType)
    {
        if (_activity is not null)
        {
            if (_status != 0)
            {
                _activity.SetTag(CallTags.StatusCode, _status);
            }

            if (_resends > 0)
            {
                _activity.SetTag(CallTags.ResendCount, _resends);
            }

            if (errorType is not null)
            {
                _activity.SetTag(CallTags.ErrorType, errorType);
            }

            _activity.Dispose();
        }

        if (CallMetrics.Duration.Enabled)
        {
            var tags = _tags;
            if (_status != 0)
            {
                tags.Add(CallTags.StatusCode, _status);
            }

            if (errorType is not null)
            {
                tags.Add(CallTags.ErrorType, errorType);
            }

            CallMetrics.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        }
    }
}
